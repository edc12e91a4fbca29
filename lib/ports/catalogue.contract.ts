import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PriceTag } from '../core/pricing/price.ts'
import type { CatalogueModel, OfferedModel } from './catalogue.ts'
import { freshId, NOON, type OpenStores, type Stores } from './stores.contract.ts'

const PRICE: PriceTag = { input: 2.5, output: 10, cachedInput: 0.25, reasoning: null, longContext: null }
const LONG: PriceTag = { ...PRICE, longContext: { aboveTokens: 200_000, input: 5, output: 15, cachedInput: null } }

const offer = (changes: Partial<OfferedModel> = {}): OfferedModel => ({
  ...{ id: `wood/${freshId('mdl')}`, provider: 'wood', name: 'Oak', family: null, contextTokens: null },
  ...changes,
})

/** What every implementation of Catalogue guarantees. */
export function describeCatalogue(name: string, open: OpenStores): void {
  describe(`the catalogue on ${name}`, () => {
    let stores: Stores
    beforeAll(async () => {
      stores = await open()
    })
    afterAll(() => stores?.close())

    const row = async (id: string): Promise<CatalogueModel | undefined> =>
      (await stores.catalogue.read()).models.find((model) => model.id === id)
    const offered = async (changes: Partial<OfferedModel> = {}) => {
      const model = offer(changes)
      await stores.catalogue.offer([model], NOON)
      return model.id
    }

    it('gives what is offered a row with nothing known but what the provider says', async () => {
      const id = await offered({ name: 'O\u0000ak', family: 'quercus' })
      expect(await row(id)).toEqual({
        ...{ id, provider: 'wood', name: 'Oak', family: 'quercus', contextTokens: null },
        ...{ inputModalities: [], outputModalities: [], price: null, defaultMaxTokens: null, defaultTemperature: null },
        ...{ isActive: true, isChairmanCapable: null, requests: 0, errors: 0, latency: null, firstToken: null },
        ...{ firstSeenAt: NOON, lastSeenAt: NOON, staleSince: null, staleReason: null },
      })
    })

    it('marks what is not offered any more as stale, from when on, until it is offered again', async () => {
      const [stays, goes] = [offer(), offer()]
      await stores.catalogue.offer([stays, goes], NOON)
      await stores.catalogue.offer([stays], NOON + 1_000)
      await stores.catalogue.offer([stays], NOON + 2_000)
      expect(await row(goes.id)).toMatchObject({
        ...{ lastSeenAt: NOON, staleSince: NOON + 1_000, staleReason: 'not_offered' },
      })
      expect(await row(stays.id)).toMatchObject({ firstSeenAt: NOON, lastSeenAt: NOON + 2_000, staleSince: null })
      await stores.catalogue.offer([goes, goes], NOON + 3_000)
      expect(await row(goes.id)).toMatchObject({ staleSince: null, lastSeenAt: NOON + 3_000 })
    })

    it('marks as stale what a list says it does not name, from the first time on, until it names it again', async () => {
      const id = await offered()
      const note = (isListed: boolean | undefined, at: number) =>
        stores.catalogue.note('openrouter', [{ id, price: null, ...(isListed !== undefined && { isListed }) }], at)
      const stale = async () => {
        const { staleSince, staleReason } = (await row(id)) ?? {}
        return [staleSince, staleReason]
      }
      await stores.catalogue.note('openrouter', [{ id, price: PRICE, isListed: true }], NOON)
      expect(await stale()).toEqual([null, null])
      await note(false, NOON + 1)
      await note(false, NOON + 2)
      // neither a list that cannot tell nor the word of a provider here takes it back
      await note(undefined, NOON + 3)
      await stores.catalogue.offer([offer({ id })], NOON + 4)
      expect(await stale()).toEqual([NOON + 1, 'not_listed'])
      expect((await row(id))?.price).toMatchObject(PRICE)
      await stores.catalogue.offer([offer()], NOON + 5)
      expect(await stale()).toEqual([NOON + 5, 'not_offered'])
      await stores.catalogue.offer([offer({ id })], NOON + 6)
      await note(true, NOON + 7)
      expect(await stale()).toEqual([null, null])
    })

    it('keeps a price with its source and the time since when it is the same', async () => {
      const id = await offered()
      const facts = { contextTokens: 128_000, inputModalities: ['text', 'image'], outputModalities: ['text'] }
      await stores.catalogue.note('genai-prices', [{ id, price: LONG, ...facts }], NOON)
      await stores.catalogue.note('genai-prices', [{ id, price: LONG }], NOON + 5)
      const source = 'genai-prices'
      expect(await row(id)).toMatchObject({
        ...facts,
        price: { ...LONG, source, effectiveFrom: NOON, notedAt: NOON + 5 },
      })
      await stores.catalogue.note('genai-prices', [{ id, price: { ...LONG, output: 12 } }], NOON + 9)
      expect((await row(id))?.price).toEqual({
        ...LONG,
        output: 12,
        source,
        effectiveFrom: NOON + 9,
        notedAt: NOON + 9,
      })
    })

    it('keeps the old price where a source gives none, and notes nothing of a model it never saw', async () => {
      const id = await offered()
      await stores.catalogue.note('models.dev', [{ id, price: PRICE }], NOON)
      const stranger = `wood/${freshId('mdl')}`
      await stores.catalogue.note(
        'models.dev',
        [
          { id, price: null },
          { id: stranger, price: PRICE },
        ],
        NOON + 1,
      )
      expect((await row(id))?.price).toMatchObject({ ...PRICE, notedAt: NOON })
      expect(await row(stranger)).toBeUndefined()
    })

    it("prefers the operator's price to a list's, the network's to the shipped one, and brings them back", async () => {
      const id = await offered()
      const said = async () => (await row(id))?.price
      await stores.catalogue.note('genai-prices', [{ id, price: { ...PRICE, input: 1 } }], NOON)
      await stores.catalogue.note('models.dev', [{ id, price: { ...PRICE, input: 2 } }], NOON)
      expect(await said()).toMatchObject({ source: 'models.dev', input: 2 })
      expect(await stores.catalogue.edit(id, { price: { ...PRICE, input: 3 } }, NOON + 1)).toBe(true)
      expect(await said()).toMatchObject({ source: 'override', input: 3, effectiveFrom: NOON + 1 })
      expect(await stores.catalogue.edit(id, { price: null }, NOON + 2)).toBe(true)
      expect(await said()).toMatchObject({ source: 'models.dev', input: 2 })
    })

    it('changes only what an edit names, and null clears', async () => {
      const id = await offered()
      const edit = { isActive: false, isChairmanCapable: true, defaultMaxTokens: 4_096, defaultTemperature: 0.2 }
      await stores.catalogue.edit(id, edit, NOON)
      await stores.catalogue.edit(id, { defaultMaxTokens: null }, NOON)
      await stores.catalogue.edit(id, {}, NOON)
      expect(await row(id)).toMatchObject({ ...edit, defaultMaxTokens: null })
      expect(await stores.catalogue.edit('wood/nothing', edit, NOON)).toBe(false)
      expect(await stores.catalogue.edit('wood/\u0000', edit, NOON)).toBe(false)
    })

    it('adds counts up, also when they come at once, and gives means with how many they are of', async () => {
      const id = await offered()
      const count = {
        id,
        requests: 2,
        errors: 1,
        latencyMs: 300,
        latencyCount: 1,
        firstTokenMs: 50,
        firstTokenCount: 1,
      }
      await Promise.all([stores.catalogue.count([count]), stores.catalogue.count([{ ...count, latencyMs: 500 }])])
      await stores.catalogue.count([])
      expect(await row(id)).toMatchObject({
        ...{ requests: 4, errors: 2 },
        ...{ latency: { meanMs: 400, count: 2 }, firstToken: { meanMs: 50, count: 2 } },
      })
    })

    it('remembers when a source was asked, and when it last answered', async () => {
      const refresh = async () =>
        (await stores.catalogue.read()).refreshes.find(({ source }) => source === 'openrouter')
      await stores.catalogue.asked('openrouter', 'unreachable', NOON)
      expect(await refresh()).toMatchObject({ triedAt: NOON, refreshedAt: null, failure: 'unreachable' })
      await stores.catalogue.asked('openrouter', null, NOON + 1)
      await stores.catalogue.asked('openrouter', 'unreadable', NOON + 2)
      expect(await refresh()).toEqual({
        ...{ source: 'openrouter', triedAt: NOON + 2, refreshedAt: NOON + 1, failure: 'unreadable' },
      })
    })
  })
}
