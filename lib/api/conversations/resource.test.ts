import { describe, expect, it } from 'vitest'
import type { ConversationSummary } from '../../core/conversations/types.ts'
import { toConversationSummary } from './resource.ts'

const ROW: ConversationSummary = {
  ...{ id: 'cnv_1', title: 'The sky', createdAt: 0, updatedAt: 0, isRunning: false, isTitleEdited: false },
  ...{ pinnedAt: null, archivedAt: null, favouriteAt: null, version: 1, metadata: {} },
  ...{ messageCount: 2, totalTokens: 12, totalPicoUsd: '12000000000', unpricedCalls: 0 },
}

const costOf = (row: Partial<ConversationSummary>) => {
  const { total_cost, unpriced_calls } = toConversationSummary({ ...ROW, ...row }, { appUrl: null })
  return { total_cost, unpriced_calls }
}

describe('what a conversation came to', () => {
  it('is exact where every price is known, a lower bound where some are, and unknown where none is', () => {
    expect(costOf({})).toEqual({ total_cost: '0.012', unpriced_calls: 0 })
    expect(costOf({ unpricedCalls: 3 })).toEqual({ total_cost: '0.012', unpriced_calls: 3 })
    expect(costOf({ totalPicoUsd: null, unpricedCalls: 3 })).toEqual({ total_cost: null, unpriced_calls: 3 })
  })
})
