import { describe, expect, it } from 'vitest'
import { PRESETS, seatCouncil, seatSingle } from './presets.ts'
import { sameSeats } from './same-seats.ts'

const MODELS = ['a', 'b', 'c', 'd'].map((name) => ({ id: `demo/${name}`, name, demo: true }))

describe('the same seats again', () => {
  it('are the council by its name, or the one model', () => {
    expect(sameSeats(seatCouncil(PRESETS.quick, MODELS))).toEqual({ council: 'quick' })
    expect(sameSeats(seatSingle(MODELS[1]!))).toEqual({ model: 'demo/b' })
  })

  it('are every seat where they were chosen for one question', () => {
    const plan = { ...seatCouncil(PRESETS.quick, MODELS), council: 'custom' }
    expect(sameSeats(plan).seats).toEqual({
      ...{ members: ['demo/a', 'demo/b', 'demo/c'], chairman: 'demo/d' },
      ...{ voting: 'rank_and_score', reviewers: ['s1', 's2', 's3', 's4'] },
    })
    expect(sameSeats({ ...plan, reviewers: [] }).seats).not.toHaveProperty('reviewers')
  })

  it('are those of the default council where the run was imported', () => {
    expect(sameSeats({ ...seatCouncil(PRESETS.quick, MODELS), council: 'imported' })).toEqual({})
  })
})
