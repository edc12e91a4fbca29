import { sdkCall } from '../../../../../../call-model.ts'
import { plainCouncils } from '../../../../../../plain-council.ts'

export const dynamic = 'force-dynamic'

const councils = plainCouncils(sdkCall(process.env.CONTROL_BASE_URL), (process.env.CONTROL_MODELS ?? '').split(','))

export async function POST(request) {
  const { question } = await request.json()
  return Response.json({ id: councils.start(question) }, { status: 202 })
}

export async function GET(request, { params }) {
  const [id] = (await params).rest
  const encoder = new TextEncoder()
  const body = new ReadableStream({
    start(controller) {
      const leave = councils.subscribe(id, (frame) => {
        if (frame === null) controller.close()
        else controller.enqueue(encoder.encode(frame))
      })
      request.signal.addEventListener('abort', leave)
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' },
  })
}
