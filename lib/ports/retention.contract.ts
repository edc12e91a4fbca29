import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endedRun, freshId, freshTenant, NOON, type OpenStores, type Stores, sampleRun } from './stores.contract.ts'

const DAY = 86_400_000

/** What every implementation of RetentionStore guarantees. */
export function describeRetentionStore(name: string, open: OpenStores): void {
  describe(`retention on ${name}`, () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    const remove = (run: { tenantId: string; conversationId: string }, at: number) =>
      stores.conversations.remove(run.tenantId, run.conversationId, at)
    const purge = (limit = 100) => stores.retention.purgeConversations(NOON, limit)

    it('purges what was removed long enough ago, with all that hangs on it, and nothing else', async () => {
      const tenantId = await freshTenant(stores)
      const key = { key: 'k', bodyHash: 'h' }
      const [old, recent, kept] = await Promise.all([
        endedRun(stores, sampleRun(tenantId, { idempotency: key })),
        endedRun(stores, sampleRun(tenantId)),
        endedRun(stores, sampleRun(tenantId)),
      ])
      await remove(old, NOON - DAY)
      await remove(recent, NOON + DAY)
      expect(await purge()).toBe(1)
      expect(await purge()).toBe(0)
      expect(await stores.runs.get(tenantId, old.id)).toBeNull()
      expect(await stores.conversations.restore(tenantId, old.conversationId)).toBeNull()
      expect(await stores.conversations.restore(tenantId, recent.conversationId)).not.toBeNull()
      expect(await stores.conversations.get(tenantId, kept.conversationId)).not.toBeNull()
      const again = sampleRun(tenantId, { idempotency: { ...key, bodyHash: 'other' } })
      expect((await stores.runs.create(again)).outcome).toBe('created')
    })

    it('takes no more at once than it is told', async () => {
      const tenantId = await freshTenant(stores)
      for (let i = 0; i < 3; i++) await remove(await endedRun(stores, sampleRun(tenantId)), NOON - DAY)
      expect([await purge(2), await purge(2), await purge(2)]).toEqual([2, 1, 0])
    })

    it('leaves a conversation with a live run until that has ended, and asks it to', async () => {
      const tenantId = await freshTenant(stores)
      const run = sampleRun(tenantId)
      await stores.runs.create(run)
      await remove(run, NOON - DAY)
      expect(await purge()).toBe(0)
      expect(await stores.retention.stopRemoved(NOON)).toBe(1)
      expect(await stores.runs.get(tenantId, run.id)).toMatchObject({ isCancelRequested: true, status: 'running' })
      const end = {
        status: 'cancelled',
        quality: null,
        answer: null,
        picoUsd: null,
        tokens: 0,
        isCounted: true,
      } as const
      const stop = { type: 'run.cancelled', seq: 1, at: NOON, quality: null, reasons: [], answer: null } as never
      await stores.runs.commit({ runId: run.id, epoch: 1, events: [stop], calls: [], end })
      expect([await stores.retention.stopRemoved(NOON), await purge()]).toEqual([0, 1])
    })

    it('forgets keys by their age, so that the same key may ask anew', async () => {
      const tenantId = await freshTenant(stores)
      const asked = (bodyHash: string) =>
        stores.runs.create(sampleRun(tenantId, { idempotency: { key: 'k', bodyHash } }))
      await asked('one')
      expect(await stores.retention.forgetKeys(Date.now() - DAY, 100)).toBe(0)
      expect((await asked('two')).outcome).toBe('key_mismatch')
      expect(await stores.retention.forgetKeys(Date.now() + DAY, 100)).toBeGreaterThan(0)
      expect((await asked('two')).outcome).toBe('created')
    })

    it('forgets device links that are used up or expired, and no others', async () => {
      const guest = { id: freshId('gst'), tenantId: freshId('tnt') }
      await stores.identity.createGuest(guest)
      const link = async (ttlMs: number) => {
        const tokenHash = freshId('hash')
        await stores.identity.createDeviceLink({ tokenHash, guestId: guest.id, path: '/', ttlMs })
        return tokenHash
      }
      const fresh = await link(10 * DAY)
      await link(1)
      await stores.identity.redeemDeviceLink(await link(10 * DAY))
      expect(await stores.retention.forgetLinks(Date.now() - DAY, 100)).toBe(0)
      expect(await stores.retention.forgetLinks(Date.now() + DAY, 100)).toBe(2)
      expect(await stores.identity.peekDeviceLink(fresh)).toEqual({ path: '/' })
    })
  })
}
