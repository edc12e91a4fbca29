import { expect, it } from 'vitest'
import { soak } from './harness.ts'

it('thirty seeded kills lose no run, repeat no finished call and charge nothing twice', async () => {
  const result = await soak({ kills: 30, seed: 'thirty' })
  expect(result.violations).toEqual([])
  expect(result.runs).toBe(90)
  expect(result.resumed).toBeGreaterThan(0)
  expect(result.standIns).toBeGreaterThan(0)
}, 600_000)
