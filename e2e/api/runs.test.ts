import { describe, expect, it } from 'vitest'
import { runResource } from '../../lib/api/runs/resource.schema.ts'
import { ended } from './client.ts'
import { operatorServer } from './operator-server.ts'

const server = operatorServer()
const { call } = server

const question = 'How does a council of models reach an answer?'

describe('what a question may bring', () => {
  it('is a context, metadata and a budget, and what it asked is said of every call', async () => {
    const metadata = { ticket: 'A-17', nested: { depth: 2 } }
    const json = {
      question,
      council: 'quick',
      context: 'Votes were counted by Borda in 1770.',
      metadata,
      budget: '0.01',
    }
    const { status, body } = await call('/api/v1/runs?wait=true', { json })
    expect(status).toBe(200)
    expect(runResource.parse(body)).toEqual(body)
    expect(body).toMatchObject({ metadata, context_chars: 36, budget: { usd: '0.01', assumed_prices: [] } })
    for (const made of body.calls) {
      expect(made).toMatchObject({ provider: 'demo', fallback_of: null, parameters: { seed: expect.any(Number) } })
      expect(made.prompt).toMatch(/-context@\d+$/)
    }
    expect((await call(`/api/v1/runs/${body.id}`)).body.metadata).toEqual(metadata)
  })

  it('is nothing that would do nothing', async () => {
    const refused = await call('/api/v1/runs', { json: { question, rounds: 2 } })
    expect([refused.status, refused.body.error.param]).toEqual([422, 'rounds'])
  })

  it('is answered as a stream where that is asked for', async () => {
    const answer = await call('/api/v1/runs', { json: { question, council: 'quick', stream: true } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
    expect(answer.text).toContain('event: run.completed')
    expect(answer.headers.get('location')).toMatch(/^\/api\/v1\/runs\/run_/)
  })
})

describe('asking by program', () => {
  it('answers 202 at once, with an address where the run can be followed', async () => {
    const answer = await call('/api/v1/runs', { json: { question, council: 'quick' } })
    expect(answer.status).toBe(202)
    expect(answer.headers.get('location')).toBe(`/api/v1/runs/${answer.body.id}`)
    expect(runResource.parse(answer.body)).toEqual(answer.body)
    const run = await ended(call, answer.body.id)
    expect(run).toMatchObject({ status: 'completed', question, council: 'quick', answer: { is_complete: true } })
  })

  it('waits for the end where that is asked for', async () => {
    const answer = await call('/api/v1/runs?wait=true', { json: { question } })
    expect(answer.status).toBe(200)
    const run = runResource.parse(answer.body)
    expect(run.status).toBe('completed')
    expect(run.members).toHaveLength(4)
    expect(run.members.every((member) => member.status === 'completed' && member.demo && member.text)).toBe(true)
    expect(run.ranking.map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
    expect(run.ballots).toHaveLength(4)
    expect(run.usage).toMatchObject({ cost_usd: '0', unpriced_calls: 0 })
    expect(run.answer?.text).toBeTruthy()
  })

  it('asks one single model', async () => {
    const { body } = await call('/api/v1/runs?wait=true', { json: { question, model: 'demo/teacher' } })
    expect(body).toMatchObject({ council: 'single', members: [], answer: { model: 'demo/teacher' } })
  })

  it('asks on in the same conversation', async () => {
    const first = await call('/api/v1/runs?wait=true', { json: { question, model: 'demo/editor' } })
    const conversation_id = first.body.conversation_id
    const json = { question: 'And what if they disagree?', model: 'demo/editor', conversation_id }
    const second = await call('/api/v1/runs?wait=true', { json })
    expect(second.body.conversation_id).toBe(conversation_id)
    const { body } = await call(`/api/v1/conversations/${conversation_id}`)
    expect(body.turns.map((turn: { question: string }) => turn.question)).toEqual([question, json.question])
    expect(body.turns[1].runs[0]).toMatchObject({ id: second.body.id, status: 'completed' })
  })

  it('shows the same run however often it is read', async () => {
    const { body } = await call('/api/v1/runs?wait=true', { json: { question, council: 'quick' } })
    expect((await call(`/api/v1/runs/${body.id}`)).body).toEqual(body)
  })

  it('answers a HEAD without a body', async () => {
    const answer = await call('/api/v1/councils', { method: 'HEAD' })
    expect([answer.status, answer.text]).toEqual([200, ''])
  })
})

describe('a council whose members all fail', () => {
  it('answers 502 with the run, and asks clients not to try again by themselves', async () => {
    const json = { question: '[[all: fail]] Why?', council: 'quick' }
    const answer = await call('/api/v1/runs?wait=true', { json })
    expect(answer.status).toBe(502)
    expect(answer.headers.get('x-should-retry')).toBe('false')
    expect(answer.body.error).toMatchObject({ code: 'ALL_MEMBERS_FAILED', type: 'upstream_error' })
    const run = runResource.parse(answer.body.error.details.run)
    expect(run).toMatchObject({ status: 'failed', quality: 'insufficient', answer: null })
  })
})

describe('an Idempotency-Key', () => {
  const post = (key: string, json: unknown = { question, model: 'demo/editor' }) =>
    call('/api/v1/runs', { json, headers: { 'idempotency-key': key } })

  it('makes fifty submits at the same time one run', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => post('fifty-at-once')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    const { body } = await call(`/api/v1/conversations/${answers[0]?.body.conversation_id}`)
    expect(body.turns.flatMap((turn: { runs: unknown[] }) => turn.runs)).toHaveLength(1)
  })

  it('is the same with and without quotes', async () => {
    const [plain, quoted] = [await post('quoted-or-not'), await post('"quoted-or-not"')]
    expect(quoted.body.id).toBe(plain.body.id)
  })

  it('answers 202 and the same id long after the run has ended', async () => {
    const first = await post('long-after')
    await ended(call, first.body.id)
    const again = await post('long-after')
    expect([again.status, again.body.id]).toEqual([202, first.body.id])
  })

  it('is refused with another body', async () => {
    await post('other-body')
    const answer = await post('other-body', { question: 'Something else?', model: 'demo/editor' })
    expect(answer.status).toBe(422)
    expect(answer.body.error).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH', param: 'Idempotency-Key' })
  })

  it.each(['""', 'k'.repeat(256)])('that is no key is refused: %j', async (key) => {
    const answer = await post(key)
    expect([answer.status, answer.body.error.param]).toEqual([422, 'Idempotency-Key'])
  })
})

describe('stopping and going on', () => {
  it('leaves a run that has ended as it is', async () => {
    const { body } = await call('/api/v1/runs?wait=true', { json: { question, model: 'demo/editor' } })
    const stopped = await call(`/api/v1/runs/${body.id}/cancel`, { method: 'POST' })
    expect([stopped.status, stopped.body]).toEqual([200, body])
  })

  it('goes on from a finished run as a sibling that pays for no answer twice', async () => {
    const { body: source } = await call('/api/v1/runs?wait=true', { json: { question, council: 'quick' } })
    const answer = await call(`/api/v1/runs/${source.id}/continue`, { json: { from: 'what_is_there' } })
    expect(answer.status).toBe(202)
    const run = await ended(call, answer.body.id)
    expect(run).toMatchObject({
      status: 'completed',
      source_run_id: source.id,
      conversation_id: source.conversation_id,
    })
    expect(run.members.map((member: { status: string }) => member.status)).toEqual(['reused', 'reused', 'reused'])
    expect(run.calls).toHaveLength(1)
  })

  it.each([{}, { from: 'nowhere' }, { from: 'what_is_there', question: 'x' }])(
    'refuses to go on with %j',
    async (json) => {
      const { body } = await call('/api/v1/runs?wait=true', { json: { question, model: 'demo/editor' } })
      const answer = await call(`/api/v1/runs/${body.id}/continue`, { json })
      expect([answer.status, answer.body.error.code]).toEqual([422, 'VALIDATION_FAILED'])
    },
  )
})

describe('lists', () => {
  it('pages through every conversation exactly once', async () => {
    const all: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const { body } = await call(`/api/v1/conversations?limit=3${query}`)
      all.push(...body.data.map(({ id }: { id: string }) => id))
      expect(body.has_more).toBe(body.next_cursor !== null)
      cursor = body.next_cursor
    } while (cursor !== null)
    const whole = await call('/api/v1/conversations?limit=100')
    expect(all).toEqual(whole.body.data.map(({ id }: { id: string }) => id))
    expect(all.length).toBeGreaterThan(3)
  })

  it('shows the councils with who sits in them, and the models', async () => {
    const { body: councils } = await call('/api/v1/councils')
    expect(councils.data.map(({ id }: { id: string }) => id)).toEqual(['quick', 'standard'])
    const { body: models } = await call('/api/v1/models')
    expect(models.data.every(({ demo }: { demo: boolean }) => demo)).toBe(true)
    expect(models.data).toHaveLength(5)
  })
})
