import { describe, expect, it } from 'vitest'
import { fold } from '../../core/council/fold.ts'
import type { RunState } from '../../core/council/state.ts'
import type { Cost } from '../../core/council/types.ts'
import { runResource } from './resource.schema.ts'
import { toRunResource } from './resource.ts'
import { sampleCancelledRun, sampleContinuedRun, sampleRun, sampleRunningRun, sampleState } from './samples.ts'

const priced = (picoUsd: string | null, status: Cost['status'] = 'priced'): Cost => ({
  status,
  picoUsd,
  estimated: false,
})

function withCosts(...costs: Cost[]): RunState {
  const calls = sampleState.calls.slice(0, costs.length).map((call, i) => ({ ...call, cost: costs[i] ?? null }))
  return { ...sampleState, calls }
}

const show = (state: RunState, appUrl: string | null = null) => toRunResource(state, { appUrl })

describe('a run as the API shows it', () => {
  it.each(Object.entries({ sampleRun, sampleRunningRun, sampleCancelledRun, sampleContinuedRun }))(
    'fits its schema exactly: %s',
    (_name, run) => {
      expect(runResource.parse(run)).toEqual(run)
      expect(JSON.parse(JSON.stringify(run))).toEqual(run)
    },
  )

  it('puts the best answer first and says who wrote the final one', () => {
    expect(sampleRun.ranking.map(({ seat, rank }) => [seat, rank])).toEqual([
      ['s3', 1],
      ['s1', 2],
      ['s2', 3],
    ])
    expect(sampleRun.answer).toMatchObject({ seat: 's4', model: 'demo/analyst', is_complete: true, last_resort: false })
  })

  it('sums money exactly and writes it as a decimal', () => {
    expect(show(withCosts(priced('12300000'), priced('1'))).usage).toMatchObject({
      cost_usd: '0.000012300001',
      unpriced_calls: 0,
    })
  })

  it('never shows an unknown cost as zero', () => {
    expect(show(withCosts(priced(null, 'unpriced'))).usage).toMatchObject({ cost_usd: null, unpriced_calls: 1 })
    expect(show(withCosts(priced('5'), priced(null, 'unpriced'))).usage).toMatchObject({ unpriced_calls: 1 })
    expect(show(withCosts(priced(null, 'unpriced'))).calls[0]?.cost?.usd).toBeNull()
  })

  it('links relatively, or absolutely where the installation knows its address', () => {
    expect(sampleRun.links).toEqual({
      self: `/api/v1/runs/${sampleRun.id}`,
      events: `/api/v1/runs/${sampleRun.id}/events`,
      html: `/c/${sampleRun.conversation_id}`,
    })
    expect(show(sampleState, 'https://council.example/').links.self).toBe(
      `https://council.example/api/v1/runs/${sampleRun.id}`,
    )
  })

  it('calls a member running that failed and will be asked again, and failed once it is out', () => {
    const [first] = sampleState.calls
    if (!first) throw new Error('the sample has calls')
    const failed = { ...first, status: 'failed' as const, reason: 'idle_timeout' as const, retryAt: 1 }
    const running: RunState = { ...sampleState, endedAt: null, calls: [failed] }
    expect(show(running).members[0]).toMatchObject({ seat: 's1', status: 'running', reason: 'idle_timeout' })
    const out = fold(running, {
      ...{ type: 'seat.failed', stage: 'first_opinions', seat: 's1', reason: 'idle_timeout' },
      ...{ seq: running.seq + 1, at: 2 },
    })
    expect(show(out).members[0]?.status).toBe('failed')
    expect(show(out).members[1]?.status).toBe('waiting')
  })

  it('names the model that answered beside the one that was chosen, and why they differ', () => {
    const standIn = { name: 'Yew', demo: false, why: 'failed' as const }
    const calls = sampleState.calls.map((call) =>
      call.seat === 's1' ? { ...call, model: 'other/yew', standIn } : call,
    )
    const why = { seat: 's1', model: 'other/yew', insteadOf: 'demo/archivist', reason: 'unreachable' } as const
    const run = show({ ...sampleState, calls, reasons: [{ code: 'fallback_used', name: 'Yew', ...why }] })
    expect(run.members[0]).toMatchObject({ model: 'other/yew', configured_model: 'demo/archivist', name: 'Yew' })
    expect(run.members[1]).toMatchObject({ model: 'demo/skeptic', configured_model: 'demo/skeptic' })
    expect(run.calls[0]).toMatchObject({ model: 'other/yew', fallback_of: 'demo/archivist' })
    expect(run.reasons).toEqual([
      {
        ...{ code: 'fallback_used', seat: 's1', reason: 'unreachable', model: 'other/yew' },
        ...{ instead_of: 'demo/archivist', turns: null },
      },
    ])
    expect(runResource.parse(run)).toEqual(run)
  })

  it('tells a reused answer from a fresh one', () => {
    const reused = [{ runId: 'run_earlier', seat: 's1', text: 'As before.', partial: false }]
    const state: RunState = { ...sampleState, calls: [], plan: { ...sampleState.plan, reused } }
    expect(show(state).members[0]).toMatchObject({ status: 'reused', text: 'As before.', reused_from: 'run_earlier' })
  })
})
