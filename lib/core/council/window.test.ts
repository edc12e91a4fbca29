import { describe, expect, it } from 'vitest'
import { historyWithin } from './window.ts'

const turn = (chars: number) => ({ question: 'q'.repeat(chars / 2), answer: 'a'.repeat(chars / 2), stopped: false })

describe('the earlier turns that go with a follow-up', () => {
  it('are the newest ones that fit into half of the smallest window, in their order', () => {
    const turns = [turn(300), turn(600), turn(900)]
    expect(historyWithin(turns, [4_000, 1_000])).toEqual({ history: turns.slice(1), omitted: 1 })
    expect(historyWithin(turns, [4_000, 1_200])).toEqual({ history: turns, omitted: 0 })
    expect(historyWithin(turns, [500])).toEqual({ history: [], omitted: 3 })
  })

  it('have no gap: what is older than the first that does not fit stays out, however short', () => {
    const turns = [turn(2), turn(60_000), turn(30)]
    expect(historyWithin(turns, [4_000])).toEqual({ history: turns.slice(2), omitted: 2 })
  })

  it('count a model that does not name its window as a small one', () => {
    expect(historyWithin([turn(24_000)], [null, 1_000_000]).omitted).toBe(0)
    expect(historyWithin([turn(24_002)], [null, 1_000_000]).omitted).toBe(1)
  })
})
