import { expect, it } from 'vitest'
import { sampleRun } from '../../ports/stores.contract.ts'
import { hydrate } from './hydrate.ts'
import { initialState } from './state.ts'

it('a state has what a run is, and nothing else of the row it was read from', () => {
  const seed = sampleRun('tnt_1')
  const row = { ...seed, epoch: 3, events: [], calls: [], isCancelRequested: false }
  expect(Object.keys(hydrate(row, [], []))).toEqual(Object.keys(initialState(seed)))
  expect(hydrate(row, [], [])).not.toHaveProperty('tenantId')
})
