import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../adapters/system/clock.ts'
import { systemIds } from '../../adapters/system/ids.ts'
import type { Stores } from '../../ports/stores.contract.ts'
import { OPERATOR_TENANT } from '../../services/context.ts'
import { createEngine } from '../../services/runs/index.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { answerOrBallot, scriptedModels } from '../../testing/scripted-models.ts'
import { storesOver } from '../../testing/stores.ts'
import type { ApiPorts } from '../context.ts'
import { exchange } from '../exchange.ts'
import { handleApi } from '../handler.ts'
import { runResource } from './resource.schema.ts'

let stores: Stores
beforeAll(async () => {
  stores = storesOver(await memoryDatabase())
  await stores.identity.ensureTenant(OPERATOR_TENANT)
})
afterAll(() => stores?.close())

/** The API over five scripted models, and what they were asked. */
function api() {
  const models = scriptedModels(answerOrBallot)
  const deps = { ...stores, models, clock: systemClock, ids: systemIds, log: { info() {}, error() {} } }
  const options = { owner: 'test', leaseMs: 15_000, keepMs: 50, sweepMs: 2_000, lingerMs: 60_000, isSoleOwner: false }
  const rest = { cursorKey: 'key', version: '1', appUrl: null, apiToken: 'operator', secrets: { cookieKey: 'key' } }
  const ports = { ...deps, ...rest, engine: createEngine(deps, options) } as unknown as ApiPorts
  const door = { load: async () => ports, now: () => 0 }
  const send = (path: string, body: object, headers: Record<string, string> = {}) => {
    const all = { authorization: 'Bearer operator', 'content-type': 'application/json', ...headers }
    const request = new Request(`http://council.test${path}`, {
      method: 'POST',
      headers: all,
      body: JSON.stringify(body),
    })
    return exchange(request, door, handleApi)
  }
  return { models, send }
}

const question = 'Why is the sky blue?'
const ask = async (body: object) => {
  const { models, send } = api()
  const response = await send('/api/v1/runs?wait=true', { question, ...body })
  return { models, response, run: await response.json() }
}

describe('asking over the API', () => {
  it('gives members, reviewers and chairman the context as material, and says how long it was', async () => {
    const { models, run } = await ask({ context: ' Rayleigh, 1871. ', council: 'quick' })
    expect(models.requests).toHaveLength(8)
    for (const { messages, prompt } of models.requests) {
      expect(prompt).toMatch(/-context@1$/)
      const [, fence] = /Context:\n(«.+?») begin context\nRayleigh, 1871\.\n\1 end context/.exec(
        messages.at(-1)!.content,
      )!
      expect(fence).toBeTruthy()
    }
    expect(run).toMatchObject({ status: 'completed', context_chars: 15 })
  })

  it('keeps metadata with the run and gives it back', async () => {
    const metadata = { ticket: 'A-17', tags: ['sky', 'blue'], depth: { of: 2 } }
    expect((await ask({ metadata })).run.metadata).toEqual(metadata)
    expect((await ask({})).run.metadata).toEqual({})
  })

  it('says of every call who was asked, with which prompt, and how', async () => {
    const { run } = await ask({ council: 'quick', budget: '5' })
    expect(runResource.parse(run)).toEqual(run)
    const review = run.calls.find((call: { stage: string }) => call.stage === 'review')
    expect(review).toMatchObject({
      ...{ provider: 'test', prompt: 'review@1', fallback_of: null, attempt: 1, left_out_turns: 0 },
      parameters: { temperature: 0, max_output_tokens: 2_000, structured: true, seed: expect.any(Number) },
    })
    const member = run.calls.find((call: { stage: string }) => call.stage === 'first_opinions')
    expect(member.parameters).toMatchObject({ temperature: null, max_output_tokens: 4_000, structured: false })
    expect(run.budget).toEqual({ usd: '5', assumed_prices: [] })
  })

  it('refuses a run that could cost more than its budget with 402, before anybody is asked', async () => {
    const { models, response, run } = await ask({ budget: '0.01' })
    expect(response.status).toBe(402)
    expect(run.error).toMatchObject({ code: 'BUDGET_EXCEEDED', param: 'budget', details: { budget_usd: '0.01' } })
    expect(Number(run.error.details.estimate_usd)).toBeGreaterThan(0.01)
    expect(models.requests).toEqual([])
  })

  it('takes members alone, under the default chairman, with or without a review', async () => {
    const { run } = await ask({ members: ['test/ash', 'test/oak'], voting: 'none' })
    expect(run).toMatchObject({ council: 'custom', review_skipped: 'not_configured', answer: { model: 'test/yew' } })
    expect(run.members.map((member: { model: string }) => member.model)).toEqual(['test/ash', 'test/oak'])
  })

  it.each<[string, object]>([
    ['context', { context: 'x'.repeat(50_001) }],
    ['metadata', { metadata: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`k${i}`, i])) }],
    ['metadata', { metadata: { long: 'x'.repeat(4_096) } }],
    ['budget', { budget: '0' }],
    ['budget', { budget: '-1' }],
    ['budget', { budget: '1e3' }],
    ['rounds', { rounds: 2 }],
    ['chairman', { chairman: 'test/ash' }],
    ['voting', { voting: 'none' }],
    ['members', { members: ['test/ash'], seats: { members: ['test/ash'], chairman: 'test/oak' } }],
    ['stream', { stream: true }],
  ])('names %s where it cannot be what it is', async (path, body) => {
    const { response, run, models } = await ask(body)
    expect([response.status, run.error.details.issues[0].path]).toEqual([422, path])
    expect(models.requests).toEqual([])
  })
})

describe('asking for a stream', () => {
  it.each<[string, object, Record<string, string>]>([
    ['in the body', { stream: true }, {}],
    ['in the header', {}, { accept: 'text/event-stream' }],
  ])('%s is answered with the events of the run, up to its end', async (_where, body, headers) => {
    const { send } = api()
    const response = await send('/api/v1/runs', { question, ...body }, headers)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
    expect(response.headers.get('location')).toMatch(/^\/api\/v1\/runs\/run_/)
    const text = await response.text()
    expect(text).toContain('event: run.snapshot')
    expect(text).toContain('event: run.completed')
  })

  it('is answered with JSON where the body says no', async () => {
    const response = await api().send('/api/v1/runs', { question, stream: false }, { accept: 'text/event-stream' })
    expect(response.status).toBe(202)
  })

  it('is answered with JSON where that is taken as well, or the end is waited for', async () => {
    const both = { accept: 'application/json, text/event-stream' }
    expect((await api().send('/api/v1/runs', { question }, both)).status).toBe(202)
    const waited = await api().send('/api/v1/runs?wait=true', { question }, { accept: 'text/event-stream' })
    expect(await waited.json()).toMatchObject({ status: 'completed' })
  })

  it('still answers an error as an error', async () => {
    const response = await api().send('/api/v1/runs', { question: '', stream: true })
    expect(response.status).toBe(422)
  })
})
