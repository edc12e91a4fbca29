import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../adapters/system/clock.ts'
import { systemIds } from '../../adapters/system/ids.ts'
import { freshId, freshTenant, NOON, type Stores } from '../../ports/stores.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { scriptedModels } from '../../testing/scripted-models.ts'
import { storesOver } from '../../testing/stores.ts'
import type { Ctx } from '../context.ts'
import { createEngine, getRun, startRun, waitForRun } from '../runs/index.ts'
import { createCouncil, getCouncil, listCouncils, removeCouncil, resolveSeating, updateCouncil } from './index.ts'

let stores: Stores
beforeAll(async () => {
  stores = storesOver(await memoryDatabase())
})
afterAll(() => stores?.close())

const models = scriptedModels()
const [ash, birch, cedar, oak, yew] = models.list().map((model) => model.id) as [string, string, string, string, string]
const DEEP = { name: '  Deep\n ', members: [ash, birch, cedar, oak], chairman: yew }

async function visitor(): Promise<Ctx> {
  const tenantId = await freshTenant(stores)
  const deps = { ...stores, models, clock: systemClock, ids: systemIds, log: { info() {}, error() {} } }
  const options = { owner: 'test', leaseMs: 15_000, keepMs: 50, sweepMs: 2_000, lingerMs: 0, isSoleOwner: false }
  const actor = { kind: 'operator', tenantId }
  return { ...deps, engine: createEngine(deps, options), cursorKey: 'key', actor } as unknown as Ctx
}

const refusal = (param: string) => ({ code: 'VALIDATION_FAILED', details: { param } })

describe('keeping a council', () => {
  it('takes it with a name on one line and says what happens in it, what it takes and what it costs', async () => {
    const ctx = await visitor()
    const council = await createCouncil(ctx, DEEP)
    expect(council).toMatchObject({
      ...{ kind: 'own', name: 'Deep', version: 1, voting: 'rank_and_score', reviewers: ['s1', 's2', 's3', 's4'] },
      ...{
        description: 'ash, birch, cedar and oak answer and review one another; yew writes the verdict.',
        missing: [],
      },
      typical: { durationMs: null, cost: { status: 'priced', estimated: true } },
    })
    expect(await getCouncil(ctx, council.id)).toEqual(council)
    expect((await listCouncils(ctx)).map(({ id }) => id)).toEqual(['quick', 'standard', council.id])
    expect((await listCouncils({ ...ctx, actor: null })).map(({ id }) => id)).toEqual(['quick', 'standard'])
  })

  it.each<[string, object]>([
    ['name', { name: ' \n ' }],
    ['name', { name: 'x'.repeat(61) }],
    ['members', { members: [] }],
    ['members', { members: Array.from({ length: 9 }, () => ash) }],
    ['members.2', { members: [ash, birch, 'test/elm', oak] }],
    ['members.0', { members: [7] }],
    ['chairman', { chairman: 'test/elm' }],
    ['voting', { voting: 'borda' }],
    ['voting', { members: [ash], voting: 'rank_and_score' }],
    ['reviewers', { reviewers: ['s1', 's2'] }],
    ['reviewers', { reviewers: ['s1', 's2', 's3', 's9'] }],
    ['colour', { colour: 'red' }],
  ])('refuses %s where it is not what it should be', async (param, change) => {
    const ctx = await visitor()
    await expect(createCouncil(ctx, { ...DEEP, ...change })).rejects.toMatchObject(refusal(param))
    expect(await ctx.councils.list(ctx.actor.tenantId)).toEqual([])
  })

  it('with the same key is the same council, with the same key and other seats a mismatch', async () => {
    const ctx = await visitor()
    const first = await createCouncil(ctx, { ...DEEP, idempotencyKey: 'k' })
    expect((await createCouncil(ctx, { ...DEEP, idempotencyKey: 'k' })).id).toBe(first.id)
    await expect(createCouncil(ctx, { ...DEEP, chairman: ash, idempotencyKey: 'k' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    })
  })

  it('ends at fifty, and says so', async () => {
    const ctx = await visitor()
    for (let i = 0; i < 50; i++) {
      const seats = { members: [ash], chairman: oak, voting: 'none' as const, reviewers: [] }
      const { tenantId } = ctx.actor
      const rest = { at: NOON, idempotency: null, limit: 50 }
      await ctx.councils.create({ id: freshId('cou'), tenantId, name: `${i}`, seats, ...rest })
    }
    await expect(createCouncil(ctx, DEEP)).rejects.toMatchObject({ code: 'CONFLICT', message: /50 councils/ })
  })
})

describe('changing a council', () => {
  it('refuses who was overtaken and shows what stands', async () => {
    const ctx = await visitor()
    const { id } = await createCouncil(ctx, DEEP)
    const changed = await updateCouncil(ctx, id, { ...DEEP, name: 'Mine', voting: 'none', ifVersion: 1 })
    expect(changed).toMatchObject({ name: 'Mine', version: 2, reviewers: [] })
    const conflict = { code: 'VERSION_CONFLICT', details: { current: { name: 'Mine', version: 2 } } }
    await expect(updateCouncil(ctx, id, { ...DEEP, ifVersion: 1 })).rejects.toMatchObject(conflict)
    await expect(removeCouncil(ctx, id, { ifVersion: 1 })).rejects.toMatchObject(conflict)
    await removeCouncil(ctx, id, { ifVersion: 2 })
    await expect(getCouncil(ctx, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is not possible for presets, nor for the councils of others', async () => {
    const ctx = await visitor()
    const stranger = await visitor()
    const { id } = await createCouncil(ctx, DEEP)
    const any = { ...DEEP, ifVersion: null }
    await expect(updateCouncil(ctx, 'quick', any)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(removeCouncil(ctx, 'quick', any)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    for (const work of [getCouncil(stranger, id), updateCouncil(stranger, id, any), removeCouncil(stranger, id, any)]) {
      await expect(work).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })
})

describe('presets with cheap reviewers', () => {
  /** Ash and birch are cheap; the others cost more. */
  const priced = scriptedModels()
  const list = priced.list().map((model) => {
    const usd = model.id === ash || model.id === birch ? 0.1 : model.id === yew ? 9 : 5
    return { ...model, inputUsdPerMillion: usd, outputUsdPerMillion: usd }
  })
  const elm = { ...list[2]!, id: 'test/elm', name: 'elm' }
  // of unknown families those sit as members who are listed first
  const offered = { ...priced, list: () => [...list.slice(2), elm, ...list.slice(0, 2)] }

  it('are offered, and asked, with the seats that they will have, and say who reviews', async () => {
    const ctx = { ...(await visitor()), models: offered, hasCheapReviewers: true }
    const council = await getCouncil(ctx, 'quick')
    const { seats, members, reviewers, chairman } = council
    expect([members, chairman, reviewers]).toEqual([['s1', 's2', 's3'], 's4', ['s5', 's6', 's7', 's8']])
    expect(seats.slice(4).map(({ model }) => model)).toEqual([ash, birch, ash, birch])
    expect(council.description).toBe(
      'cedar, oak and elm answer, reviewed by ash, birch, ash 2 and birch 2; yew writes the verdict.',
    )
    expect(await resolveSeating(ctx, { council: 'quick' })).toMatchObject({ seats, members, reviewers, chairman })
    const without = await getCouncil({ ...ctx, hasCheapReviewers: false }, 'quick')
    expect(without.seats).toEqual(seats.slice(0, 4))
    expect(BigInt(council.typical.cost.picoUsd ?? 0)).toBeLessThan(BigInt(without.typical.cost.picoUsd ?? 0))
  })
})

describe('asking', () => {
  const patience = () => ({ timeoutMs: 20_000, signal: new AbortController().signal })

  it('a kept council runs with the seats it had, whatever becomes of it', async () => {
    const ctx = await visitor()
    const { id } = await createCouncil(ctx, { ...DEEP, members: [ash, birch, birch] })
    const { runId } = await startRun(ctx, { question: 'Why?', council: id })
    await updateCouncil(ctx, id, { ...DEEP, members: [oak], ifVersion: null })
    const run = await waitForRun(ctx, runId, patience())
    expect(run).toMatchObject({ status: 'completed', quality: 'full' })
    await removeCouncil(ctx, id, { ifVersion: null })
    const { plan } = await getRun(ctx, runId)
    expect([plan.council, plan.seats.map((seat) => seat.name)]).toEqual([id, ['ash', 'birch', 'birch 2', 'yew']])
  })

  it('seats for one question run as they were chosen, and teach what such seats take', async () => {
    const ctx = await visitor()
    const seats = { members: [ash, birch], chairman: yew }
    const { runId } = await startRun(ctx, { question: 'Why?', seats })
    const run = await waitForRun(ctx, runId, patience())
    expect(run.plan).toMatchObject({ council: 'custom', members: ['s1', 's2'], reviewers: ['s1', 's2', 's3'] })
    // two members are what was wanted, so two answers are not less
    expect(run).toMatchObject({ status: 'completed', quality: 'full', reasons: [] })
    const { typical } = await createCouncil(ctx, { name: 'Two', ...seats })
    expect(typical.durationMs).toBeGreaterThanOrEqual(0)
    expect(typical.cost).toEqual({ status: 'priced', picoUsd: '6000000000', estimated: true })
  })

  it('a council without voting goes from the answers to the verdict', async () => {
    const ctx = await visitor()
    const seats = { members: [ash, birch, cedar], chairman: yew, voting: 'none' as const }
    const { runId } = await startRun(ctx, { question: 'Why?', seats })
    const run = await waitForRun(ctx, runId, patience())
    expect(run).toMatchObject({ status: 'completed', quality: 'full', reviewSkipped: 'not_configured', ballots: [] })
  })

  it('names the field where the council is another’s, its seats are wrong, or two things are chosen at once', async () => {
    const ctx = await visitor()
    const { id } = await createCouncil(await visitor(), DEEP)
    const { name: _name, ...seats } = DEEP
    await expect(resolveSeating(ctx, { council: id })).rejects.toMatchObject(refusal('council'))
    await expect(resolveSeating(ctx, { council: 'custom' })).rejects.toMatchObject(refusal('council'))
    await expect(resolveSeating(ctx, { seats: { ...seats, chairman: 'x' } })).rejects.toMatchObject(
      refusal('seats.chairman'),
    )
    await expect(resolveSeating(ctx, { seats, council: 'quick' })).rejects.toMatchObject(refusal('seats'))
    await expect(resolveSeating(ctx, { seats, model: ash })).rejects.toMatchObject(refusal('seats'))
    const input = { question: 'Why?', seats: { ...seats, members: [] } }
    await expect(startRun(ctx, input)).rejects.toMatchObject(refusal('seats.members'))
  })

  it('a council whose model is gone is kept, marked, and not asked', async () => {
    const ctx = await visitor()
    const { id } = await createCouncil(ctx, DEEP)
    const fewer = { ...models, list: () => models.list().filter((model) => model.id !== oak) }
    const later = { ...ctx, models: fewer }
    expect(await getCouncil(later, id)).toMatchObject({ missing: [oak], typical: { cost: { status: 'unpriced' } } })
    await expect(resolveSeating(later, { council: id })).rejects.toMatchObject({
      ...refusal('council'),
      message: `council: “Deep” has a seat for ${oak}, which is not here now. Change it first.`,
    })
  })
})
