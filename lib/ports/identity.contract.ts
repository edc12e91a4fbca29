import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshId, type OpenStores, type Stores, sampleRun } from './stores.contract.ts'

const TEN_MINUTES = 600_000

/** What every implementation of IdentityStore guarantees. */
export function describeIdentityStore(name: string, open: OpenStores): void {
  describe(`identity on ${name}`, () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    it('remembers a guest with a tenant that can ask', async () => {
      const guest = { id: freshId('gst'), tenantId: freshId('tnt') }
      await stores.identity.createGuest(guest)
      expect(await stores.identity.getGuest(guest.id)).toEqual(guest)
      expect((await stores.runs.create(sampleRun(guest.tenantId))).outcome).toBe('created')
    })

    it('knows no guest that was not made', async () => {
      expect(await stores.identity.getGuest('gst_nowhere')).toBeNull()
      expect(await stores.identity.getGuest('gst_\u0000')).toBeNull()
    })

    it('does not make a guest twice', async () => {
      const guest = { id: freshId('gst'), tenantId: freshId('tnt') }
      await stores.identity.createGuest(guest)
      await expect(stores.identity.createGuest({ ...guest, tenantId: freshId('tnt') })).rejects.toThrow()
      expect(await stores.identity.getGuest(guest.id)).toEqual(guest)
    })

    it("makes sure of the operator's tenant however often and from wherever it is asked", async () => {
      const tenantId = freshId('tnt')
      await Promise.all(Array.from({ length: 8 }, () => stores.identity.ensureTenant(tenantId)))
      expect((await stores.runs.create(sampleRun(tenantId))).outcome).toBe('created')
    })

    describeDeviceLinks(() => stores)
  })
}

function describeDeviceLinks(stores: () => Stores): void {
  const makeLink = async (ttlMs: number) => {
    const guestId = freshId('gst')
    await stores().identity.createGuest({ id: guestId, tenantId: freshId('tnt') })
    const link = { tokenHash: freshId('hash'), guestId, path: '/c/cnv_1?x=1', ttlMs }
    await stores().identity.createDeviceLink(link)
    return link
  }

  it('looks at a device link without using it up, then uses it up', async () => {
    const { tokenHash, guestId, path } = await makeLink(TEN_MINUTES)
    expect(await stores().identity.peekDeviceLink(tokenHash)).toEqual({ path })
    expect(await stores().identity.peekDeviceLink(tokenHash)).toEqual({ path })
    expect(await stores().identity.redeemDeviceLink(tokenHash)).toEqual({ guestId, path })
    expect(await stores().identity.peekDeviceLink(tokenHash)).toBeNull()
    expect(await stores().identity.redeemDeviceLink(tokenHash)).toBeNull()
  })

  it('lets exactly one of many parallel uses through', async () => {
    const { tokenHash, guestId, path } = await makeLink(TEN_MINUTES)
    const uses = await Promise.all(Array.from({ length: 20 }, () => stores().identity.redeemDeviceLink(tokenHash)))
    expect(uses.filter((use) => use !== null)).toEqual([{ guestId, path }])
  })

  it('leads nowhere once it has expired', async () => {
    const { tokenHash } = await makeLink(1)
    await expect.poll(() => stores().identity.peekDeviceLink(tokenHash)).toBeNull()
    expect(await stores().identity.redeemDeviceLink(tokenHash)).toBeNull()
  })

  it('leads nowhere when nobody made it', async () => {
    expect(await stores().identity.peekDeviceLink('hash_nowhere')).toBeNull()
    expect(await stores().identity.redeemDeviceLink('hash_nowhere')).toBeNull()
  })
}
