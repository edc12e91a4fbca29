import http from 'node:http'
import { createParser } from 'eventsource-parser'

export type SeenFrame = { at: number; event: string; id: string | null; data: unknown }

export type Watched = {
  /** All bytes of the connection's answer: headers, chunk framing and body. */
  bytes: number
  frames: SeenFrame[]
}

/** Unix milliseconds with fractions, on the same clock as the fake upstream's log. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now()
}

/** Reads an event stream on a connection of its own until the server ends it, or until it has seen enough. */
export function watch(
  url: string,
  headers: Record<string, string> = {},
  isEnough: (event: string, data: unknown) => boolean = () => false,
): Promise<Watched> {
  return new Promise((resolve, reject) => {
    const req = http.get(url, { agent: false, headers: { accept: 'text/event-stream', ...headers } }, (res) => {
      if (res.statusCode !== 200) return reject(new Error(`${url} answered ${res.statusCode}`))
      const frames: SeenFrame[] = []
      let at = 0
      const parser = createParser({
        onEvent({ event = 'delta', id = null, data }) {
          const frame = { at, event, id, data: JSON.parse(data) as unknown }
          frames.push(frame)
          if (!isEnough(event, frame.data)) return
          resolve({ bytes: res.socket.bytesRead, frames })
          req.destroy()
        },
      })
      res.setEncoding('utf8')
      res.on('data', (text: string) => {
        at = nowMs()
        parser.feed(text)
      })
      res.on('end', () => resolve({ bytes: res.socket.bytesRead, frames }))
      res.on('error', reject)
    })
    req.on('error', reject)
  })
}

/** Opens event streams that nobody reads closely, for memory; the returned function closes them all. */
export async function openIdle(url: string, count: number, headers: Record<string, string> = {}): Promise<() => void> {
  const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY })
  const requests: http.ClientRequest[] = []
  for (let done = 0; done < count; done += 50) {
    const batch = Array.from({ length: Math.min(50, count - done) }, () => open(url, agent, headers))
    requests.push(...(await Promise.all(batch)))
  }
  return () => {
    for (const req of requests) req.destroy()
    agent.destroy()
  }
}

function open(url: string, agent: http.Agent, headers: Record<string, string>): Promise<http.ClientRequest> {
  return new Promise((resolve, reject) => {
    const req = http.get(url, { agent, headers: { accept: 'text/event-stream', ...headers } }, (res) => {
      if (res.statusCode !== 200) return reject(new Error(`${url} answered ${res.statusCode}`))
      res.on('error', () => {})
      res.once('data', () => resolve(req))
      res.resume()
    })
    req.on('error', reject)
  })
}
