import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeatChoice } from '../core/council/choice.ts'
import type { NewCouncil } from './councils.ts'
import { freshId, freshTenant, NOON, type OpenStores, type Stores } from './stores.contract.ts'

const SEATS: SeatChoice = {
  members: ['demo/archivist', 'demo/skeptic', 'demo/archivist'],
  chairman: 'demo/editor',
  voting: 'rank_and_score',
  reviewers: ['s1', 's2', 's3', 's4'],
}
const ALONE: SeatChoice = { members: ['demo/teacher'], chairman: 'demo/editor', voting: 'none', reviewers: [] }

/** What every implementation of CouncilStore guarantees. */
export function describeCouncilStore(name: string, open: OpenStores): void {
  describe(`councils on ${name}`, () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    const sample = (tenantId: string, changes: Partial<NewCouncil> = {}): NewCouncil => ({
      ...{ id: freshId('cou'), tenantId, name: 'Deep', seats: SEATS, at: NOON, idempotency: null, limit: 50 },
      ...changes,
    })
    const kept = async (tenantId: string, changes: Partial<NewCouncil> = {}) => {
      const council = sample(tenantId, changes)
      await stores.councils.create(council)
      return council
    }

    it('keeps a council as it was given, for its tenant and nobody else', async () => {
      const tenantId = await freshTenant(stores)
      const given = sample(tenantId, { name: 'Deep\u0000 and slow' })
      const council = { ...SEATS, id: given.id, name: 'Deep and slow', version: 1, createdAt: NOON, updatedAt: NOON }
      expect(await stores.councils.create(given)).toEqual({ outcome: 'created', council })
      expect(await stores.councils.get(tenantId, given.id)).toEqual(council)
      const stranger = await freshTenant(stores)
      expect(await stores.councils.get(stranger, given.id)).toBeNull()
      expect(await stores.councils.list(stranger)).toEqual([])
      expect(await stores.councils.get(tenantId, `${given.id}\u0000`)).toBeNull()
    })

    it('lists oldest first', async () => {
      const tenantId = await freshTenant(stores)
      const later = await kept(tenantId, { at: NOON + 1 })
      const [first, second] = [await kept(tenantId), await kept(tenantId)]
      const ids = (await stores.councils.list(tenantId)).map((council) => council.id)
      expect(ids).toEqual([first.id, second.id, later.id])
    })

    it('makes one council of one key, however often and at once, and says when the key meant something else', async () => {
      const tenantId = await freshTenant(stores)
      const idempotency = { key: 'key-1', bodyHash: 'a' }
      const attempts = Array.from({ length: 4 }, () => stores.councils.create(sample(tenantId, { idempotency })))
      const outcomes = await Promise.all(attempts)
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['created', 'repeated', 'repeated', 'repeated'])
      const ids = outcomes.map((one) => ('council' in one ? one.council.id : null))
      expect(new Set(ids).size).toBe(1)
      const other = sample(tenantId, { idempotency: { key: 'key-1', bodyHash: 'b' } })
      expect(await stores.councils.create(other)).toEqual({ outcome: 'key_mismatch' })
      const elsewhere = sample(await freshTenant(stores), { idempotency })
      expect(await stores.councils.create(elsewhere)).toMatchObject({ outcome: 'created' })
    })

    it('takes no more than the limit, and none of a tenant that is not there', async () => {
      const tenantId = await freshTenant(stores)
      await kept(tenantId, { limit: 1, idempotency: { key: 'first', bodyHash: 'a' } })
      expect(await stores.councils.create(sample(tenantId, { limit: 1 }))).toEqual({ outcome: 'full' })
      const again = sample(tenantId, { limit: 1, idempotency: { key: 'first', bodyHash: 'a' } })
      expect(await stores.councils.create(again)).toMatchObject({ outcome: 'repeated' })
      expect(await stores.councils.create(sample(freshId('tnt')))).toEqual({ outcome: 'tenant_missing' })
    })

    it('replaces name and seats, counts the edit, and lets one of two editors through', async () => {
      const tenantId = await freshTenant(stores)
      const { id } = await kept(tenantId)
      const edit = (name: string, expected: number | null) =>
        stores.councils.update(tenantId, id, { name, seats: ALONE, at: NOON + 5, expected })
      const council = { ...ALONE, id, name: 'Plain', version: 2, createdAt: NOON, updatedAt: NOON + 5 }
      expect(await edit('Plain', 1)).toEqual({ outcome: 'done', council })
      const outcomes = await Promise.all([edit('Mine', 2), edit('Yours', 2)])
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'done'])
      const stands = await stores.councils.get(tenantId, id)
      for (const outcome of outcomes) expect(outcome).toMatchObject({ council: stands })
      expect(await edit('Whatever', null)).toMatchObject({ outcome: 'done', council: { version: 4 } })
    })

    it('removes for good, only what the caller has seen', async () => {
      const tenantId = await freshTenant(stores)
      const { id } = await kept(tenantId)
      expect(await stores.councils.remove(tenantId, id, 2)).toMatchObject({
        outcome: 'conflict',
        council: { version: 1 },
      })
      expect(await stores.councils.remove(tenantId, id, 1)).toMatchObject({ outcome: 'done', council: { id } })
      expect(await stores.councils.get(tenantId, id)).toBeNull()
      expect(await stores.councils.remove(tenantId, id, null)).toEqual({ outcome: 'missing' })
    })

    it('finds nothing to change or remove for another tenant', async () => {
      const tenantId = await freshTenant(stores)
      const { id } = await kept(tenantId)
      const stranger = await freshTenant(stores)
      const edit = { name: 'Taken', seats: ALONE, at: NOON, expected: null }
      expect(await stores.councils.update(stranger, id, edit)).toEqual({ outcome: 'missing' })
      expect(await stores.councils.update(tenantId, 'cou_\u0000', edit)).toEqual({ outcome: 'missing' })
      expect(await stores.councils.remove(stranger, id, null)).toEqual({ outcome: 'missing' })
      expect(await stores.councils.get(tenantId, id)).toMatchObject({ name: 'Deep', version: 1 })
    })
  })
}
