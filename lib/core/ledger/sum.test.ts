import { describe, expect, it } from 'vitest'
import { NO_CALLS, sumOfRows, sumOfSums, totalsOfSum } from './sum.ts'
import type { LedgerRow } from './types.ts'

const row = (changes: Partial<LedgerRow> = {}): LedgerRow => ({
  ...{
    id: 'a',
    purpose: 'run',
    runId: 'run_1',
    conversationId: 'cnv_1',
    actor: null,
    stage: 'review',
    seat: 's1',
    attempt: 1,
  },
  ...{ provider: 'wood', model: 'wood/oak', status: 'completed', reason: null, inputTokens: 10, outputTokens: 5 },
  ...{ cachedTokens: null, reasoningTokens: 2, price: null, firstTokenMs: null, startedAt: 0, endedAt: 1 },
  cost: { status: 'priced', picoUsd: '9007199254740993', estimated: false },
  ...changes,
})
const unpriced = row({ outputTokens: null, cost: { status: 'unpriced', picoUsd: null, estimated: true } })

describe('the sum of a ledger', () => {
  it('is exact beyond what a float holds, and counts what it does not know', () => {
    expect(sumOfRows([row(), row(), unpriced])).toEqual({
      ...{ calls: 3, inputTokens: 30, outputTokens: 10, cachedTokens: 0, reasoningTokens: 6, untold: 1 },
      ...{ picoUsd: '18014398509481986', unpriced: 1, estimated: 1, free: 0 },
    })
  })

  it('leaves out what is open, and is the same however it is grouped', () => {
    const rows = [row(), unpriced, row({ status: 'open', inputTokens: null, cost: null })]
    expect(sumOfRows(rows).calls).toBe(2)
    expect(sumOfSums(rows.map((one) => sumOfRows([one])))).toEqual(sumOfRows(rows))
    expect(sumOfSums([])).toEqual(NO_CALLS)
  })

  it('is shown with tokens unknown where one call did not say, and free only where every call was', () => {
    const free = row({ cost: { status: 'free', picoUsd: '0', estimated: false } })
    expect(totalsOfSum(sumOfRows([row(), unpriced]))).toMatchObject({ tokens: null, unpriced: 1, isFree: false })
    expect(totalsOfSum(sumOfRows([free]))).toEqual({ calls: 1, tokens: 15, picoUsd: 0n, unpriced: 0, isFree: true })
    expect(totalsOfSum(NO_CALLS).isFree).toBe(false)
  })
})
