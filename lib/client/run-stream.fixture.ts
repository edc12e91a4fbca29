import type { BrowserPorts } from './browser.ts'

type Request = { lastEventId: string | null; signal: AbortSignal }

/** A server of one event stream at a time, with a clock that stands still until it is moved. */
export function fakeServer() {
  const requests: Request[] = []
  let timers: { at: number; fn: () => void }[] = []
  let now = 10_000
  let body: ReadableStreamDefaultController<Uint8Array> | null = null
  let answer: (response: Response) => void = () => {}
  let isAnswered = true

  const ports: BrowserPorts = {
    now: () => now,
    random: () => 0.5,
    after(delayMs, fn) {
      const timer = { at: now + delayMs, fn }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    frame(fn) {
      fn()
      return () => {}
    },
    fetch: (_input, init) => {
      const headers = new Headers(init?.headers)
      requests.push({ lastEventId: headers.get('last-event-id'), signal: init?.signal as AbortSignal })
      const { promise, resolve } = Promise.withResolvers<Response>()
      answer = resolve
      isAnswered = false
      return promise
    },
  }

  async function respond(response: Response) {
    isAnswered = true
    answer(response)
    await settled()
  }

  async function open() {
    if (isAnswered) return
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        body = controller
      },
    })
    await respond(new Response(stream))
  }

  return {
    ports,
    requests,
    async send(data: string | Uint8Array) {
      await open()
      body?.enqueue(typeof data === 'string' ? new TextEncoder().encode(data) : data)
      await settled()
    },
    async cut() {
      await open()
      body?.close()
      await settled()
    },
    refuse: (status: number) => respond(new Response('{}', { status })),
    /** How long the pending reconnects wait; the watch for silence is left out. */
    waitsMs: () => timers.map((timer) => timer.at - now).filter((delayMs) => delayMs < 45_000),
    async pass(delayMs: number) {
      now += delayMs
      const due = timers.filter((timer) => timer.at <= now)
      timers = timers.filter((timer) => timer.at > now)
      for (const timer of due) timer.fn()
      await settled()
    },
  }
}

/** Lets promises and stream reads that are ready run. */
async function settled() {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}
