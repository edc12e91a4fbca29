import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { expect, it } from 'vitest'
import { operatorServer } from './operator-server.ts'

const server = operatorServer()

it('the providers are told at once, as the list has them, by a stream that stays open', async () => {
  const left = new AbortController()
  const response = await fetch(`${server.url}/api/v1/providers/events`, { signal: left.signal })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
  const first = await firstEvent(response)
  left.abort()
  const { body } = await server.call('/api/v1/providers')
  expect(first.data).toMatchObject({ data: body.data })
  expect(body.data).toMatchObject([{ id: 'demo', built_in: true, status: 'operational' }])
})

async function firstEvent(response: Response): Promise<{ event: string | undefined; data: unknown }> {
  const seen: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (event) => void seen.push(event) })
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    parser.feed(chunk)
    const [event] = seen
    if (event) return { event: event.event, data: JSON.parse(event.data) }
  }
  throw new Error('the stream ended before its first event')
}
