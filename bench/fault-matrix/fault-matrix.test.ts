import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAimock } from '../upstream/aimock.ts'
import { startUpstream } from '../upstream/server.ts'
import { deviations } from './judge.ts'
import { measure } from './measure.ts'
import { type Case, PROMISED } from './promised.ts'
import { canBeTried, type Fakes, PROVIDERS } from './providers.ts'

let fakes: Fakes

beforeAll(async () => {
  fakes = { upstream: await startUpstream(), aimock: await startAimock() }
})

afterAll(() => Promise.all([fakes.upstream.close(), fakes.aimock.close()]))

const CASES = Object.keys(PROMISED) as Case[]

describe.each(PROVIDERS)('what goes wrong at %s', (provider) => {
  it.each(CASES.filter((what) => canBeTried(provider, what)))('ends as promised: %s', async (what) => {
    expect(deviations(provider, what, await measure(fakes, provider, what))).toEqual([])
  })
})
