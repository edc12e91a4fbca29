import { describe, expect, it } from 'vitest'
import type { ModelRequest } from '../../core/council/request.ts'
import type { Cost, FailureReason, Usage } from '../../core/council/types.ts'
import type { ModelInfo, Models } from '../../ports/models.ts'
import { billOf } from './call-end.ts'

const info = (id: string, changes: Partial<ModelInfo> = {}): ModelInfo => ({
  ...{ id, provider: 'test', name: id, description: '', demo: false, contextTokens: null },
  ...{ inputUsdPerMillion: 2, outputUsdPerMillion: 10, priceSource: 'models.dev' },
  ...changes,
})
const models: Pick<Models, 'list'> = {
  list: () => [
    info('priced'),
    info('unknown', { inputUsdPerMillion: null, outputUsdPerMillion: null, priceSource: null }),
    info('demo', { demo: true }),
  ],
}

/** Forty characters, ten tokens by the rule of thumb. */
const request = (model: string): ModelRequest => ({
  ...{ model, prompt: 'member@1', instructions: 'i'.repeat(10), messages: [{ role: 'user', content: 'q'.repeat(30) }] },
  ...{ seed: 's', schema: null, maxOutputTokens: null, temperature: null },
  inputs: { task: 'answer', question: 'Why?', history: [] },
})

const counted = (changes: Partial<Usage>): Usage => ({
  ...{ inputTokens: null, outputTokens: null, reasoningTokens: null },
  ...changes,
})

type Ended = Parameters<typeof billOf>[2]
const failed = (reason: FailureReason, changes: Partial<Ended> = {}): Ended => ({
  ...{ reason, retryable: true, usage: null, reportedUsd: null, text: '' },
  ...changes,
})
const answered = (changes: Partial<Ended> = {}): Ended => ({
  usage: null,
  reportedUsd: null,
  text: 'Because.',
  ...changes,
})

const bill = (ended: Ended, model = 'priced') => billOf(models as Models, request(model), ended)
/** Tokens in and out, and what they come to in millionths of a dollar; `~`: estimated. */
function written({ usage, cost }: { usage: Usage; cost: Cost }): string {
  const sum = cost.picoUsd === null ? cost.status : `${cost.estimated ? '~' : ''}${Number(cost.picoUsd) / 1e6}`
  return `${usage.inputTokens} in, ${usage.outputTokens} out: ${sum}`
}

describe('the bill of a call', () => {
  it.each<[string, Ended, string]>([
    ['reached nobody', failed('unreachable'), '0 in, 0 out: 0'],
    ['came with a wrong key', failed('unauthorized', { retryable: false }), '0 in, 0 out: 0'],
    ['came too often', failed('rate_limited'), '0 in, 0 out: 0'],
    ['asked for what is not there', failed('unknown_model', { retryable: false }), '0 in, 0 out: 0'],
    ['was too long', failed('context_overflow', { retryable: false }), '0 in, 0 out: 0'],
    ['was held back here', failed('provider_down'), '0 in, 0 out: 0'],
    ['was turned down', failed('upstream_error', { retryable: false }), '0 in, 0 out: 0'],
    [
      'never left the queue',
      failed('stopped', { usage: counted({ inputTokens: 0, outputTokens: 0 }) }),
      '0 in, 0 out: 0',
    ],
    ['broke its provider', failed('upstream_error'), '10 in, 0 out: ~20'],
    ['was not answered in time', failed('first_token_timeout'), '10 in, 0 out: ~20'],
    ['was stopped', failed('stopped', { retryable: false }), '10 in, 0 out: ~20'],
    ['was answered with nothing', failed('empty'), '10 in, 0 out: ~20'],
    ['was refused by the model', failed('refused'), '10 in, 0 out: ~20'],
    ['broke off in the answer', failed('stream_cut', { text: 'Because.' }), '10 in, 2 out: ~40'],
    ['was too often in the middle', failed('rate_limited', { text: 'Because.' }), '10 in, 2 out: ~40'],
    [
      'broke off after its input was counted',
      failed('stream_cut', { text: 'Because.', usage: counted({ inputTokens: 16 }) }),
      '16 in, 2 out: ~52',
    ],
    [
      'was turned down after its input was counted',
      failed('upstream_error', { retryable: false, usage: counted({ inputTokens: 16 }) }),
      '16 in, 0 out: ~32',
    ],
    [
      'broke off after both were counted',
      failed('stream_cut', { text: 'Because.', usage: counted({ inputTokens: 16, outputTokens: 7 }) }),
      '16 in, 7 out: 102',
    ],
    ['was counted', answered({ usage: counted({ inputTokens: 16, outputTokens: 7 }) }), '16 in, 7 out: 102'],
    ['was answered by who does not count', answered({ usage: counted({}) }), 'null in, null out: unpriced'],
    ['was answered for a named sum', answered({ usage: counted({}), reportedUsd: 0.001 }), 'null in, null out: 1000'],
    ['died with its process', answered({ text: '' }), '10 in, 0 out: ~20'],
  ])('that %s', (_what, ended, expected) => {
    expect(written(bill(ended))).toBe(expected)
  })

  it('is known to be nothing also where the price is unknown, and unknown where anything may have been charged', () => {
    expect(bill(failed('unreachable'), 'unknown')).toEqual({
      usage: { inputTokens: 0, outputTokens: 0, reasoningTokens: 0 },
      cost: { status: 'priced', picoUsd: '0', estimated: false },
      price: null,
    })
    expect(bill(failed('unreachable'), 'gone').cost).toMatchObject({ picoUsd: '0' })
    expect(bill(failed('stream_cut'), 'unknown').cost).toEqual({ status: 'unpriced', picoUsd: null, estimated: true })
  })

  it('of a demo model stays free', () => {
    expect(bill(failed('unreachable'), 'demo').cost).toEqual({ status: 'free', picoUsd: '0', estimated: false })
  })
})
