import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manualClock } from '../../adapters/memory/clock.ts'
import { systemIds } from '../../adapters/system/ids.ts'
import type { CommittedCall, NewRun } from '../../ports/runs.ts'
import { NOON, type Stores, sampleCall, sampleRun } from '../../ports/stores.contract.ts'
import { OPERATOR_TENANT } from '../../services/context.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { scriptedModels } from '../../testing/scripted-models.ts'
import { storesOver } from '../../testing/stores.ts'
import type { ApiPorts } from '../context.ts'
import { handleApi } from '../handler.ts'

const TOKEN = 'a-token-of-the-operator'

let stores: Stores
let run: NewRun
beforeAll(async () => {
  stores = storesOver(await memoryDatabase())
  await stores.identity.ensureTenant(OPERATOR_TENANT)
  run = sampleRun(OPERATOR_TENANT, { id: systemIds.next('run') })
  await stores.runs.create(run)
  const calls = [
    call(),
    call({ seat: 's2', model: 'lab/new', price: null, cost: UNPRICED, status: 'failed', reason: 'empty' }),
  ]
  await stores.runs.commit({ runId: run.id, epoch: 1, events: [], calls, end: null })
})
afterAll(() => stores?.close())

const UNPRICED = { status: 'unpriced', picoUsd: null, estimated: true } as const

const call = (changes: Partial<CommittedCall> = {}): CommittedCall => ({
  ...sampleCall({ model: 'test/ash', status: 'completed', endedAt: NOON + 1_010 }),
  usage: { inputTokens: 1_000, outputTokens: 200, reasoningTokens: null, cachedInputTokens: 500 },
  cost: { status: 'priced', picoUsd: '12000000000', estimated: false },
  price: { source: 'override', input: 2, output: 10, cachedInput: 1 },
  ...changes,
})

async function ask(path: string) {
  const engine = { hub: () => null }
  const ports = { ...stores, engine, models: scriptedModels(), clock: manualClock(NOON + 60_000), appUrl: null }
  const request = new Request(`http://council.test/api/v1${path}`, { headers: { authorization: `Bearer ${TOKEN}` } })
  const secrets = { cookieKey: 'key' }
  const given = { ...ports, apiToken: TOKEN, secrets } as unknown as ApiPorts
  return (await handleApi({ request, ports: given, requestId: 'req_test' })).json()
}

describe('the ledger in the API', () => {
  it('shows every call of a run with the price that was used, and the sum as a lower bound where a price is missing', async () => {
    const { data, sum } = await ask(`/runs/${run.id}/ledger`)
    expect(data).toMatchObject([
      {
        ...{ seat: 's1', status: 'completed', cost: { status: 'priced', usd: '0.012' } },
        price: { source: 'override', input_usd_per_million: 2, cached_input_usd_per_million: 1 },
        usage: { input_tokens: 1_000, cached_tokens: 500, reasoning_tokens: null },
      },
      { seat: 's2', status: 'failed', reason: 'empty', price: null, cost: { status: 'unpriced', usd: null } },
    ])
    expect(sum).toMatchObject({
      calls: 2,
      cost_usd: '0.012',
      is_lower_bound: true,
      unpriced_calls: 1,
      estimated_calls: 1,
    })
    await expect(ask(`/runs/${systemIds.next('run')}/ledger`)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('sums up a period by model, and a sum of nothing but unpriced calls is unknown, never zero', async () => {
    const usage = await ask('/usage?from=2026-11-20&to=2026-11-21&group_by=model')
    expect(usage).toMatchObject({ from: '2026-11-20T00:00:00.000Z', group_by: 'model', sum: { cost_usd: '0.012' } })
    expect(usage.data).toMatchObject([
      { key: 'lab/new', cost_usd: null, is_lower_bound: true },
      { key: 'test/ash', cost_usd: '0.012', is_lower_bound: false },
    ])
    expect((await ask('/usage')).sum.calls).toBe(2)
    expect((await ask('/usage?to=2026-11-20T12:00:00Z')).data).toEqual([])
  })

  it.each([
    ['from', '/usage?from=yesterday'],
    ['from', '/usage?from=2026-11-21&to=2026-11-20'],
    ['from', '/usage?from=2020-01-01&to=2026-11-20'],
    ['to', '/usage?to=2026-13-77'],
  ])('names %s where %s cannot be a period', async (param, path) => {
    await expect(ask(path)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { param } })
  })

  it('says how a model did, and of one that was never asked that nothing is known', async () => {
    await stores.catalogue.offer(
      [{ id: 'test/oak', provider: 'test', name: 'Oak', family: null, contextTokens: null }],
      1,
    )
    expect(await ask('/models/test%2Fash/insights')).toMatchObject({
      ...{ success_rate: 1, avg_latency_ms: 1_000, total_cost: '0.012', avg_peer_review_rank: null },
    })
    expect(await ask('/models/lab%2Fnew/insights')).toMatchObject({ success_rate: 0, total_cost: null })
    expect(await ask('/models/test%2Foak/insights')).toMatchObject({
      ...{ success_rate: null, avg_latency_ms: null, total_cost: null, avg_peer_review_rank: null },
    })
    await expect(ask('/models/nobody%2Fnothing/insights')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
