import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProviderWindow } from './provider-checks.ts'
import { freshId, NOON, type OpenStores, type Stores } from './stores.contract.ts'

const WINDOW = 300_000

/** What every implementation of ProviderCheckStore guarantees. */
export function describeProviderCheckStore(name: string, open: OpenStores): void {
  describe(`provider checks on ${name}`, () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    const sampleWindow = (changes: Partial<ProviderWindow> = {}): ProviderWindow => ({
      provider: 'openrouter',
      source: 'traffic',
      at: NOON,
      healthy: 1,
      unhealthy: 0,
      seenAt: NOON + 1_000,
      ok: true,
      reason: null,
      latencyMs: 420,
      ...changes,
    })
    const of = async (provider: string, since = NOON) =>
      (await stores.providerChecks.since(since)).filter((window) => window.provider === provider)

    it('gives back what was added, oldest first, a thing that is unknown as null', async () => {
      const provider = freshId('p')
      const failed = { ok: false, healthy: 0, unhealthy: 2, reason: 'unreachable', latencyMs: null } as const
      const later = sampleWindow({ provider, at: NOON + WINDOW, seenAt: NOON + WINDOW, ...failed })
      const first = sampleWindow({ provider })
      await stores.providerChecks.add([later, first])
      expect(await of(provider)).toEqual([first, later])
      expect(await of(provider, NOON + 1)).toEqual([later])
    })

    it('adds up what several processes counted of a window, whoever comes first', async () => {
      const provider = freshId('p')
      const bad = { healthy: 0, unhealthy: 3, ok: false, reason: 'upstream_error', latencyMs: null } as const
      await Promise.all([
        stores.providerChecks.add([sampleWindow({ provider, healthy: 2, seenAt: NOON + 1_000 })]),
        stores.providerChecks.add([sampleWindow({ provider, ...bad, seenAt: NOON + 5_000 })]),
        stores.providerChecks.add([sampleWindow({ provider, healthy: 4, seenAt: NOON + 3_000 })]),
      ])
      expect(await of(provider)).toEqual([
        sampleWindow({ provider, ...bad, healthy: 6, unhealthy: 3, seenAt: NOON + 5_000 }),
      ])
    })

    it('keeps checks and traffic apart', async () => {
      const provider = freshId('p')
      await stores.providerChecks.add([sampleWindow({ provider }), sampleWindow({ provider, source: 'check' })])
      expect((await of(provider)).map(({ source, healthy }) => [source, healthy])).toEqual([
        ['check', 1],
        ['traffic', 1],
      ])
    })

    it('takes nothing to add as nothing to do', async () => {
      const before = await stores.providerChecks.since(0)
      await stores.providerChecks.add([])
      expect(await stores.providerChecks.since(0)).toEqual(before)
    })

    it('forgets by age, no more at once than it is told', async () => {
      const provider = freshId('p')
      const year = 365 * 86_400_000
      const old = [1, 2, 3].map((i) => sampleWindow({ provider, at: NOON - year - i * WINDOW }))
      await stores.providerChecks.add([...old, sampleWindow({ provider })])
      const forget = () => stores.providerChecks.forget(NOON - year, 2)
      expect([await forget(), await forget(), await forget()]).toEqual([2, 1, 0])
      expect(await of(provider, 0)).toHaveLength(1)
    })
  })
}
