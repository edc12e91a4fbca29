import { describe, expect, it } from 'vitest'
import { toConversationSummary } from './resource.ts'
import { sampleConversation } from './samples.ts'

const costOf = (totalPicoUsd: string | null, unpricedCalls: number) => {
  const { total_cost, unpriced_calls } = toConversationSummary(
    { ...sampleConversation, totalPicoUsd, unpricedCalls },
    { appUrl: null },
  )
  return { total_cost, unpriced_calls }
}

describe('what a conversation came to', () => {
  it('is exact where every price is known, a lower bound where some are, and unknown where none is', () => {
    expect(costOf('12000000000', 0)).toEqual({ total_cost: '0.012', unpriced_calls: 0 })
    expect(costOf('12000000000', 3)).toEqual({ total_cost: '0.012', unpriced_calls: 3 })
    expect(costOf(null, 3)).toEqual({ total_cost: null, unpriced_calls: 3 })
  })
})
