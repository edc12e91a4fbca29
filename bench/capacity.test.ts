import { describe, expect, it } from 'vitest'
import { capacityOf, hasLimit, type Step } from './capacity.ts'

const step = (runs: number, p99: number, upstreamLateMs = 0): Step => ({ runs, p99, upstreamLateMs })

describe('how many runs can be live', () => {
  it('is read off where the delay crosses the limit, between two steps', () => {
    expect(capacityOf([step(32, 50), step(64, 450)])).toBe(48)
    expect(capacityOf([step(32, 500)])).toBe(16)
  })

  it('is the last step where nothing became too slow, and then nothing limited it', () => {
    const steps = [step(32, 50), step(64, 60)]
    expect(capacityOf(steps)).toBe(64)
    expect(hasLimit(steps)).toBe(false)
  })

  it('is what was reached before the upstream fell behind', () => {
    expect(capacityOf([step(32, 50), step(64, 90, 200)])).toBe(32)
  })

  it('is the step before one at which the runs were never live together', () => {
    const steps = [step(64, 200), step(128, Number.POSITIVE_INFINITY)]
    expect(capacityOf(steps)).toBe(64)
    expect(hasLimit(steps)).toBe(true)
  })
})
