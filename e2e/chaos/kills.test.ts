import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../lib/core/kernel/random.ts'
import { asOperator, type Client, ended, readStream, type StreamEvent, TOKEN } from '../api/client.ts'
import { type Server, startServer } from '../server.ts'
import { foldFrames } from './viewer.ts'

let server: Server
let call: Client

beforeAll(async () => {
  server = await startServer({ env: { API_TOKEN: TOKEN, DEMO_PACE: '0.2' } })
  call = asOperator(server.url)
})
afterAll(() => server?.stop())

const kills = ['first_opinions', 'review', 'final_response'].flatMap((stage) =>
  [1, 2].map((number) => ({ stage, seed: `${stage} ${number}` })),
)

/** Frames of a stage that a viewer sees before the kill; a stage here has some fifteen to thirty. */
const LONGEST_WAIT = 12

describe.each(kills)('kill -9 of the built server in $stage, seed “$seed”', ({ stage, seed }) => {
  let shown: StreamEvent[]
  let after: StreamEvent[]
  // biome-ignore lint/suspicious/noExplicitAny: tests read what the server sends, field by field
  let run: any

  beforeAll(async () => {
    const { body } = await call('/api/v1/runs', {
      json: { question: 'Microservices or a monolith?', council: 'quick' },
    })
    const stream = `${server.url}/api/v1/runs/${body.id}/events`
    const credentials = { authorization: `Bearer ${TOKEN}` }
    shown = (await readStream(stream, credentials, momentIn(stage, seed))).events
    await server.kill('SIGKILL')
    await server.restart()
    const lastId = shown.findLast(({ id }) => id)?.id as string
    after = (await readStream(stream, { ...credentials, 'last-event-id': lastId })).events
    run = await ended(call, body.id)
  })

  it('the run ends by itself, complete', () => {
    expect(run).toMatchObject({ status: 'completed', quality: 'full', answer: { is_complete: true } })
    expect(run.members.every((member: { status: string }) => member.status === 'completed')).toBe(true)
  })

  it('no call whose end was shown is made again, and none is there twice', () => {
    for (const { stage, seat, attempt } of completedIn(shown)) {
      const calls = run.calls.filter((made: CallKey) => made.stage === stage && made.seat === seat)
      expect(calls.map((made: CallKey & { status: string }) => [made.attempt, made.status])).toEqual([
        [attempt, 'completed'],
      ])
      expect(attempt).toBe(1)
    }
    const keys = run.calls.map((made: CallKey) => `${made.stage} ${made.seat} ${made.attempt}`)
    expect(new Set(keys).size).toBe(keys.length)
    const whole = run.calls.filter((made: { status: string }) => made.status === 'completed')
    expect(whole).toHaveLength(3 + 4 + 1)
  })

  it('a call that was open is closed as abandoned, with what it cost, and its seat starts again', () => {
    const cut = run.calls.filter((made: { status: string }) => made.status === 'failed')
    for (const made of cut) {
      expect(made).toMatchObject({
        reason: 'abandoned',
        cost: { status: 'free' },
        usage: { input_tokens: expect.any(Number) },
      })
    }
    expect(run.calls).toHaveLength(8 + cut.length)
  })

  it('a viewer that comes back with Last-Event-ID ends with what the API shows', () => {
    const state = foldFrames([...shown, ...after])
    expect(state?.status).toBe('completed')
    const verdict = state?.calls.findLast((made) => made.stage === 'final_response')
    expect(verdict?.text).toBe(run.answer.text)
    for (const member of run.members) {
      const made = state?.calls.findLast((one) => one.stage === 'first_opinions' && one.seat === member.seat)
      expect(made?.text).toBe(member.text)
    }
  })
})

type CallKey = { stage: string; seat: string; attempt: number }

function completedIn(events: StreamEvent[]): CallKey[] {
  return events.filter(({ event }) => event === 'call.completed').map(({ data }) => data as CallKey)
}

/** A seeded number of frames after `stage` began: true once a viewer has seen them, or just before the run would end. */
function momentIn(stage: string, seed: string): (event: StreamEvent) => boolean {
  let left = Math.floor(seededRandom(seed)() * LONGEST_WAIT)
  let isThere = false
  return ({ event, data }) => {
    isThere ||= event === 'stage.started' && data.stage === stage
    return isThere && left-- <= 0
  }
}
