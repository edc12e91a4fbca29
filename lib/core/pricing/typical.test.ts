import { describe, expect, it } from 'vitest'
import { seatChoice, settleChoice } from '../council/choice.ts'
import { seatSingle } from '../council/presets.ts'
import type { Price } from './cost.ts'
import { typicalCost } from './typical.ts'

const DEMO: Price = { demo: true, inputUsdPerMillion: 0, outputUsdPerMillion: 0 }
const PRICED: Price = { demo: false, inputUsdPerMillion: 1, outputUsdPerMillion: 5 }
const UNKNOWN: Price = { demo: false, inputUsdPerMillion: null, outputUsdPerMillion: null }
const PRICES: Record<string, Price> = { demo: DEMO, priced: PRICED, unknown: UNKNOWN }
const cost = (members: string[], chairman: string) =>
  typicalCost(seatChoice('custom', settleChoice({ members, chairman }), []), (model) => PRICES[model])

describe('the typical cost of a council', () => {
  it('is free with demo models alone', () => {
    expect(cost(['demo', 'demo'], 'demo')).toEqual({ status: 'free', picoUsd: '0', estimated: false })
  })

  it('is unknown as soon as one price is, never the sum of the others', () => {
    expect(cost(['priced', 'unknown'], 'demo')).toMatchObject({ status: 'unpriced', picoUsd: null })
    expect(cost(['priced', 'nobody knows'], 'demo')).toMatchObject({ status: 'unpriced', picoUsd: null })
  })

  it('of four members is about thirteen times that of one call, where output costs five times the input', () => {
    const single = typicalCost(seatSingle({ id: 'priced', name: '', demo: false }), () => PRICED)
    const council = cost(['priced', 'priced', 'priced', 'priced'], 'priced')
    expect(Number(council.picoUsd) / Number(single.picoUsd)).toBeCloseTo(12.3, 1)
    expect(council).toMatchObject({ status: 'priced', estimated: true })
  })

  it('counts the models that cost something beside those that do not', () => {
    expect(Number(cost(['demo', 'demo', 'demo', 'demo'], 'priced').picoUsd)).toBe((200 + 2400 + 2000) * 1e6 + 800 * 5e6)
  })
})
