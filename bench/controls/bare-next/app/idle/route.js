export const dynamic = 'force-dynamic'

/** An event stream on which nothing happens, for memory. */
export function GET(request) {
  const encoder = new TextEncoder()
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(': open\n\n'))
      const beat = setInterval(() => controller.enqueue(encoder.encode(': beat\n\n')), 15_000)
      request.signal.addEventListener('abort', () => clearInterval(beat))
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' },
  })
}
