import { describe, expect, it } from 'vitest'
import { foldFrames } from '../chaos/viewer.ts'
import { readStream, TOKEN } from './client.ts'
import { operatorServer } from './operator-server.ts'

const server = operatorServer({ DEMO_PACE: '0.2' })
const { call } = server

const credentials = { authorization: `Bearer ${TOKEN}` }
const streamOf = (id: string, query = '') => `${server.url}/api/v1/runs/${id}/events${query}`

async function ask(json: object = { question: 'How do councils decide?', council: 'quick' }): Promise<string> {
  return (await call('/api/v1/runs', { json })).body.id
}

describe('the event stream of a run', () => {
  it('carries a snapshot, everything that happens, and an end, in order, and closes', async () => {
    const { response, events, raw } = await readStream(streamOf(await ask()), credentials)
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(response.headers.get('x-request-id')).toBeTruthy()
    expect(raw.startsWith('retry: 2000\n\n')).toBe(true)
    expect(events[0]?.event).toBe('run.snapshot')
    expect(events.at(-1)?.event).toBe('run.completed')
    const seqs = events.filter(({ event }) => event !== 'delta').map(({ id }) => Number(id?.split('-')[1]))
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    expect(events.some(({ event }) => event === 'delta')).toBe(true)
  })

  it('folds to what the API shows', async () => {
    const id = await ask()
    const { events } = await readStream(streamOf(id), credentials)
    const folded = foldFrames(events)
    const { body } = await call(`/api/v1/runs/${id}`)
    expect(folded?.status).toBe('completed')
    const verdict = folded?.calls.find((entry) => entry.stage === 'final_response')
    expect(verdict?.text).toBe(body.answer.text)
    expect(folded?.calls.filter((entry) => entry.stage === 'first_opinions').map((entry) => entry.text)).toEqual(
      body.calls
        .filter((entry: { stage: string }) => entry.stage === 'first_opinions')
        .map((entry: { seat: string }) => body.members.find((m: { seat: string }) => m.seat === entry.seat).text),
    )
  })

  it('goes on exactly after Last-Event-ID', async () => {
    const id = await ask()
    const first = await readStream(streamOf(id), credentials, ({ event }) => event === 'stage.started')
    const last = first.events.at(-1)?.id as string
    const second = await readStream(streamOf(id), { ...credentials, 'last-event-id': last })
    expect(second.events.map(({ event }) => event)).not.toContain('run.snapshot')
    const resumed = second.events.filter(({ event }) => event !== 'delta').map(({ data }) => data.seq)
    const next = Number(last.split('-')[1]) + 1
    expect(resumed).toEqual(resumed.map((_, i) => next + i))
    const whole = foldFrames([...first.events, ...second.events])
    expect(whole?.status).toBe('completed')
    expect(whole?.calls.find((entry) => entry.stage === 'final_response')?.text).toBe(
      (await call(`/api/v1/runs/${id}`)).body.answer.text,
    )
  })

  it('goes on exactly after ?after= as well', async () => {
    const id = await ask()
    const first = await readStream(streamOf(id), credentials, ({ event }) => event === 'stage.started')
    const second = await readStream(streamOf(id, `?after=${first.events.at(-1)?.id}`), credentials)
    expect(second.events.map(({ event }) => event)).not.toContain('run.snapshot')
    expect(second.events.at(-1)?.event).toBe('run.completed')
  })

  it.each(['garbage', '0-0', '99999-1', '1-99999', '-1--1', "1-1'; drop table run", '1-1-1'])(
    'gives a reader that claims to have seen %j a snapshot',
    async (claimed) => {
      const id = await ask()
      const { response, events } = await readStream(streamOf(id), { ...credentials, 'last-event-id': claimed })
      expect(response.status).toBe(200)
      expect(events[0]?.event).toBe('run.snapshot')
      expect(foldFrames(events)?.status).toBe('completed')
    },
  )

  it('of a run that has ended is one snapshot and a close', async () => {
    const id = await ask()
    await readStream(streamOf(id), credentials)
    const { events } = await readStream(streamOf(id), credentials)
    expect(events.map(({ event, data }) => [event, data.status])).toEqual([['run.snapshot', 'completed']])
  })

  it('shows every reader the same', async () => {
    const id = await ask()
    const readers = await Promise.all([1, 2, 3].map(() => readStream(streamOf(id), credentials)))
    const states = readers.map(({ events }) => foldFrames(events))
    expect(states[1]).toEqual(states[0])
    expect(states[2]).toEqual(states[0])
  })

  it('ends with run.cancelled when the run is stopped, and what there was is kept', async () => {
    const id = await ask({ question: '[[all: stall]] Why?', council: 'quick' })
    const stream = readStream(streamOf(id), credentials, ({ event }) => event === 'run.cancelled')
    const stopped = await call(`/api/v1/runs/${id}/cancel`, { method: 'POST' })
    expect(stopped.status).toBe(200)
    const { events } = await stream
    expect(foldFrames(events)?.status).toBe('cancelled')
    expect((await call(`/api/v1/runs/${id}`)).body.status).toBe('cancelled')
  })

  it('goes on although every reader has left', async () => {
    const id = await ask()
    await readStream(streamOf(id), credentials, () => true)
    expect((await readStream(streamOf(id), credentials)).events.at(-1)?.event).toMatch(/^run\.(completed|snapshot)$/)
    expect((await call(`/api/v1/runs/${id}`)).body.status).toBe('completed')
  })
})
