import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manualClock } from '../../adapters/memory/clock.ts'
import type { RawPrice } from '../../core/pricing/price.ts'
import type { Catalogue } from '../../ports/catalogue.ts'
import { ModelError, type ModelInfo, type ModelRequest, type Models } from '../../ports/models.ts'
import { type ListedModel, type PriceList, PriceListError } from '../../ports/price-list.ts'
import { freshId, type Stores } from '../../ports/stores.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { type Script, scriptedModels } from '../../testing/scripted-models.ts'
import { storesOver } from '../../testing/stores.ts'
import type { Ctx } from '../context.ts'
import { catalogued, getModel, refreshJob, sendFirstRefresh, updateModel } from './index.ts'

let stores: Stores
beforeAll(async () => {
  stores = storesOver(await memoryDatabase())
})
afterAll(() => stores?.close())

const never = new AbortController().signal
const RAW: RawPrice = { input: 3, output: 15, cachedInput: 0.3, reasoning: null, longContext: null }

const listing = (source: PriceList['source'], look: (id: string) => Partial<ListedModel> | null): PriceList => ({
  source,
  look: async (models) => models.flatMap(({ id }) => (look(id) ? [{ id, price: RAW, ...look(id) }] : [])),
})

/** Models of their own names, so that the tests of one catalogue do not meet. */
function grove(script?: Script): Models & { infos: ModelInfo[]; requests: ModelRequest[] } {
  const wood = freshId('wood')
  const models = scriptedModels(script)
  const infos = models.list().map((info) => ({
    ...{ ...info, id: info.id.replace('test', wood), provider: wood, inputUsdPerMillion: null },
    outputUsdPerMillion: null,
  }))
  return { ...models, infos, list: () => infos }
}

async function opened(base: Models, { seed, catalogue }: { seed?: PriceList; catalogue?: Catalogue } = {}) {
  const clock = manualClock()
  const lines: { event: string; fields?: object | undefined }[] = []
  const log = {
    info: (event: string, fields?: object) => void lines.push({ event, fields }),
    error: (event: string) => void lines.push({ event }),
  }
  const deps = { catalogue: catalogue ?? stores.catalogue, clock, log }
  const book = catalogued(base, { ...deps, seed: seed ?? listing('genai-prices', () => null) })
  await book.open()
  const ctx = { ...book, clock, log, actor: { kind: 'operator', tenantId: 'tnt_operator' } } as unknown as Ctx
  return { ...book, clock, lines, ctx }
}

const request = (model: string): ModelRequest => ({
  ...{ model, prompt: 'member@1', instructions: '', messages: [], seed: 's', schema: null },
  ...{ maxOutputTokens: null, temperature: null, inputs: { task: 'answer', question: 'Why?', history: [] } },
})
const sink = { onText() {}, onActivity() {} }

describe('models by the catalogue', () => {
  it('get their prices before the first minute is over, and what nobody knows stays unpriced', async () => {
    const base = grove()
    const [ash, birch] = base.infos as [ModelInfo, ModelInfo]
    const seed = listing('genai-prices', (id) => (id === ash.id ? { contextTokens: 128_000 } : null))
    const { models, close } = await opened(base, { seed })
    const shown = (id: string) => models.list().find((model) => model.id === id)
    await expect.poll(() => shown(ash.id)?.inputUsdPerMillion).toBe(3)
    expect(shown(ash.id)).toMatchObject({
      outputUsdPerMillion: 15,
      contextTokens: 128_000,
      priceSource: 'genai-prices',
    })
    expect(shown(birch.id)).toMatchObject({ inputUsdPerMillion: null, outputUsdPerMillion: null })
    await close()
    const again = await opened(base)
    expect(again.models.list()[0]).toMatchObject({ id: ash.id, inputUsdPerMillion: 3 })
    await again.close()
  })

  it('refuse a price that is negative or no number, say which, and keep the old one', async () => {
    const base = grove()
    const [ash] = base.infos as [ModelInfo]
    const first = await opened(base, { seed: listing('genai-prices', () => ({})) })
    await first.close()
    const broken = listing('genai-prices', () => ({ price: { ...RAW, output: -1 } }))
    const { models, lines, clock, close } = await opened(base, { seed: broken })
    await clock.advance(2_000)
    await expect
      .poll(() => lines)
      .toContainEqual({
        event: 'catalogue.price_refused',
        fields: { model: ash.id, source: 'genai-prices', field: 'output' },
      })
    await close()
    expect(models.list()[0]).toMatchObject({ id: ash.id, outputUsdPerMillion: 15 })
  })

  it('leave out what an operator has switched off at once, and take it back', async () => {
    const base = grove()
    const [ash] = base.infos as [ModelInfo]
    const { ctx, models, close } = await opened(base)
    // also in the first moment, before the catalogue has been told what is offered
    expect(await updateModel(ctx, ash.id, { active: false })).toMatchObject({ isActive: false, offered: null })
    expect(models.list().map(({ id }) => id)).not.toContain(ash.id)
    await updateModel(ctx, ash.id, { active: true, chairmanCapable: false })
    expect(models.list()[0]).toMatchObject({ id: ash.id, chairmanCapable: false })
    await close()
  })

  it('fill in what a request leaves open, and nothing that it says', async () => {
    const base = grove()
    const [ash] = base.infos as [ModelInfo]
    const { ctx, models, close } = await opened(base)
    await updateModel(ctx, ash.id, { defaultMaxTokens: 500, defaultTemperature: 0.3 })
    await models.stream(request(ash.id), sink, never)
    await models.stream({ ...request(ash.id), temperature: 0 }, sink, never)
    expect(base.requests.map(({ maxOutputTokens, temperature }) => [maxOutputTokens, temperature])).toEqual([
      [500, 0.3],
      [500, 0],
    ])
    await close()
  })

  it('are counted as their requests end: errors, not what was stopped, and means of what ended well', async () => {
    const outcomes = [
      'Well.',
      new ModelError('upstream_error', 'No.', { retryable: true }),
      new ModelError('stopped', '', { retryable: false }),
    ]
    const base = grove(() => outcomes.shift() ?? '')
    const [ash] = base.infos as [ModelInfo]
    const { ctx, models, close } = await opened(base)
    await expect.poll(() => getModel(ctx, ash.id).then(({ firstSeenAt }) => firstSeenAt)).toBeGreaterThan(0)
    for (let i = 0; i < 3; i++) await models.stream(request(ash.id), sink, never).catch(() => {})
    await close()
    expect(await getModel(ctx, ash.id)).toMatchObject({
      ...{ requests: 3, errors: 1, latency: { count: 1 }, firstToken: { count: 1 } },
    })
  })

  it('stay as they are while the store cannot be reached, and their counts are not lost', async () => {
    const base = grove()
    const [ash] = base.infos as [ModelInfo]
    let isDown = false
    const flaky: Catalogue = {
      ...stores.catalogue,
      count: (counts) => (isDown ? Promise.reject(new Error('down')) : stores.catalogue.count(counts)),
    }
    const { ctx, models, clock, lines, close } = await opened(base, { catalogue: flaky })
    await expect.poll(() => getModel(ctx, ash.id).then(({ firstSeenAt }) => firstSeenAt)).toBeGreaterThan(0)
    await models.stream(request(ash.id), sink, never)
    isDown = true
    await expect.poll(() => clock.advance(60_000).then(() => lines.length)).toBeGreaterThan(0)
    expect(models.list()).toHaveLength(5)
    isDown = false
    await close()
    expect(await getModel(ctx, ash.id)).toMatchObject({ requests: 1 })
  })
})

describe('changing a model', () => {
  it('is for the operator alone', async () => {
    const base = grove()
    const { ctx, close } = await opened(base)
    const guest = { ...ctx, actor: { kind: 'guest' as const, guestId: 'gst_1', tenantId: 'tnt_1' } }
    await expect(updateModel(guest, base.infos[0]?.id ?? '', {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await close()
  })

  it.each<[string, object]>([
    ['price.output_usd_per_million', { price: { inputUsdPerMillion: 1, outputUsdPerMillion: -1 } }],
    ['price.input_usd_per_million', { price: { inputUsdPerMillion: Number.NaN, outputUsdPerMillion: 1 } }],
    ['default_max_tokens', { defaultMaxTokens: 0 }],
    ['default_temperature', { defaultTemperature: 3 }],
    ['colour', { colour: 'red' }],
  ])('names the field that cannot be: %s', async (param, edit) => {
    const base = grove()
    const { ctx, close } = await opened(base)
    await expect(updateModel(ctx, base.infos[0]?.id ?? '', edit)).rejects.toMatchObject({
      ...{ code: 'VALIDATION_FAILED', details: { param } },
    })
    await close()
  })

  it('of which nothing is known is NOT_FOUND', async () => {
    const { ctx, close } = await opened(grove())
    await expect(updateModel(ctx, 'nobody/nothing', {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await close()
  })
})

describe('the refresh of prices', () => {
  const jobs = () => {
    const sent: string[] = []
    return {
      sent,
      jobs: { send: async ({ kind }: { kind: string }) => void sent.push(kind) } as unknown as Ctx['jobs'],
    }
  }

  it('takes what the list says, and remembers that it worked', async () => {
    const base = grove()
    const { ctx, models, close } = await opened(base)
    await close()
    const list = listing('models.dev', () => ({ price: { ...RAW, input: 7 } }))
    await refreshJob({ ...ctx, ...jobs() }, list).work({}, never)
    expect(models.list()[0]).toMatchObject({ inputUsdPerMillion: 7, priceSource: 'models.dev' })
    const { refreshes } = await stores.catalogue.read()
    expect(refreshes).toContainEqual(expect.objectContaining({ source: 'models.dev', failure: null }))
  })

  it('leaves what was there where the list cannot be had, and shows that', async () => {
    const base = grove()
    const { ctx, models, close } = await opened(base, { seed: listing('genai-prices', () => ({})) })
    await close()
    const gone: PriceList = { source: 'openrouter', look: () => Promise.reject(new PriceListError('unreachable', '…')) }
    await refreshJob({ ...ctx, ...jobs() }, gone).work({}, never)
    expect(models.list()[0]).toMatchObject({ inputUsdPerMillion: 3 })
    const { refreshes } = await stores.catalogue.read()
    expect(refreshes).toContainEqual(
      expect.objectContaining({ source: 'openrouter', refreshedAt: null, failure: 'unreachable' }),
    )
  })

  it('marks what the list does not name, keeps the mark where the list cannot be had, and takes it back', async () => {
    const base = grove()
    const [ash, birch] = base.infos as [ModelInfo, ModelInfo]
    const { ctx, models, lines, close } = await opened(base, { seed: listing('genai-prices', () => ({})) })
    await close()
    const read = (list: PriceList) => refreshJob({ ...ctx, ...jobs() }, list).work({}, never)
    const reasons = async () => [(await getModel(ctx, ash.id)).staleReason, (await getModel(ctx, birch.id)).staleReason]
    const listed = (isAshListed: boolean) =>
      listing('openrouter', (id) => {
        const isListed = id !== ash.id || isAshListed
        return isListed ? { isListed } : { isListed, price: { ...RAW, input: null, output: null } }
      })
    await read(listed(false))
    expect(await reasons()).toEqual(['not_listed', null])
    expect(lines).toContainEqual({
      event: 'catalogue.refreshed',
      fields: { source: 'openrouter', models: base.infos.length - 1 },
    })
    // it can be asked as before, at the price that was known: the list may be wrong
    expect(models.list()[0]).toMatchObject({ id: ash.id, inputUsdPerMillion: 3 })
    await read({ source: 'openrouter', look: () => Promise.reject(new PriceListError('unreachable', '…')) })
    expect(await reasons()).toEqual(['not_listed', null])
    await read(listed(true))
    expect(await reasons()).toEqual([null, null])
  })

  it('asks nobody where there are only the built-in models', async () => {
    const base = grove()
    for (const info of base.infos) info.demo = true
    const { ctx, close } = await opened(base)
    await close()
    const { sent, jobs: queue } = jobs()
    const asked: string[] = []
    const list = listing('override', (id) => {
      asked.push(id)
      return null
    })
    await sendFirstRefresh({ ...ctx, jobs: queue }, list)
    await refreshJob({ ...ctx, jobs: queue }, list).work({}, never)
    expect([...sent, ...asked]).toEqual([])
  })

  it('is sent once where that list was never asked', async () => {
    const { ctx, close } = await opened(grove())
    const { sent, jobs: queue } = jobs()
    const fresh = listing('local', () => null)
    await sendFirstRefresh({ ...ctx, jobs: queue }, fresh)
    await stores.catalogue.asked('local', null, 1)
    await sendFirstRefresh({ ...ctx, jobs: queue }, fresh)
    expect(sent).toHaveLength(1)
    await close()
  })
})
