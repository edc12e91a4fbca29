import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshTenant, NOON, type Stores, sampleRun } from '../../ports/stores.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { storesOver } from '../../testing/stores.ts'
import type { Ctx } from '../context.ts'
import { getRun, tailRun } from '../runs/index.ts'
import {
  getConversation,
  listConversations,
  removeConversation,
  restoreConversation,
  searchConversations,
  updateConversation,
} from './index.ts'

let stores: Stores
beforeAll(async () => {
  stores = storesOver(await memoryDatabase())
})
afterAll(() => stores?.close())

/** The verbs' context of a fresh tenant, with one conversation whose run is live, and what its engine was told to stop. */
async function opened() {
  const tenantId = await freshTenant(stores)
  const run = sampleRun(tenantId)
  await stores.runs.create(run)
  const stopped: string[] = []
  const engine = { hub: () => null, stop: (runId: string) => stopped.push(runId) }
  const actor = { kind: 'operator', tenantId }
  const ctx = { ...stores, engine, clock: { now: () => NOON }, cursorKey: 'key', actor } as unknown as Ctx
  return { ctx, run, stopped, id: run.conversationId }
}

const stranger = async () => (await opened()).ctx

describe('editing a conversation', () => {
  it('keeps a title on one line and without what cannot be stored', async () => {
    const { ctx, id } = await opened()
    const done = await updateConversation(ctx, id, { title: '  Blue\n\u0000 light ', ifVersion: null })
    expect(done).toMatchObject({ title: 'Blue light', isTitleEdited: true, version: 2 })
  })

  it.each([
    ['title', { title: ' \n ' }],
    ['title', { title: 'x'.repeat(201) }],
    ['metadata.a', { metadata: { a: { b: 1 } } }],
    ['metadata', { metadata: Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`k${i}`, i])) }],
    ['colour', { colour: 'red' }],
  ])('refuses %s where it is not what it should be', async (path, change) => {
    const { ctx, id } = await opened()
    const refused = updateConversation(ctx, id, { ...(change as object), ifVersion: null })
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { param: path } })
  })

  it('refuses who was overtaken and shows what stands', async () => {
    const { ctx, id } = await opened()
    await updateConversation(ctx, id, { title: 'Mine', ifVersion: 1 })
    await expect(updateConversation(ctx, id, { title: 'Yours', ifVersion: 1 })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { current: { title: 'Mine', version: 2 } },
    })
  })
})

describe('removing a conversation', () => {
  it('stops what runs in it, however often, and gives the rest back', async () => {
    const { ctx, id, run, stopped } = await opened()
    await removeConversation(ctx, id)
    expect(stopped).toEqual([run.id])
    await expect(getConversation(ctx, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await removeConversation(ctx, id)
    expect(await restoreConversation(ctx, id)).toMatchObject({ id, title: 'The sky' })
    expect((await stores.runs.get(run.tenantId, run.id))?.isCancelRequested).toBe(true)
  })

  it('takes its runs out of sight until it is restored', async () => {
    const { ctx, id, run } = await opened()
    const gone = { code: 'NOT_FOUND' }
    await removeConversation(ctx, id)
    const read = () => [getRun(ctx, run.id), tailRun(ctx, run.id, { after: null, signal: AbortSignal.abort() })]
    for (const seen of read()) await expect(seen).rejects.toMatchObject(gone)
    await restoreConversation(ctx, id)
    for (const seen of read()) await expect(seen).resolves.toBeDefined()
  })
})

it('nobody else’s conversation can be read, changed, removed, restored, listed or found', async () => {
  const { id } = await opened()
  const ctx = await stranger()
  const missing = { code: 'NOT_FOUND' }
  await expect(getConversation(ctx, id)).rejects.toMatchObject(missing)
  await expect(updateConversation(ctx, id, { pinned: true, ifVersion: null })).rejects.toMatchObject(missing)
  await expect(removeConversation(ctx, id)).rejects.toMatchObject(missing)
  await expect(restoreConversation(ctx, id)).rejects.toMatchObject(missing)
  expect((await listConversations(ctx, { limit: 50, cursor: null })).data.map((row) => row.id)).not.toContain(id)
  expect((await searchConversations(ctx, 'sky')).map((hit) => hit.conversationId)).not.toContain(id)
})

it('a list pages by cursor within its filter, and pinned ones are a list of their own', async () => {
  const { ctx, run, id } = await opened()
  const others = [sampleRun(run.tenantId), sampleRun(run.tenantId)]
  for (const other of others) await stores.runs.create(other)
  await updateConversation(ctx, id, { pinned: true, ifVersion: null })
  const page = (cursor: string | null, pinned: boolean) =>
    listConversations(ctx, { limit: 1, cursor, filter: { pinned } })
  expect(await page(null, true)).toMatchObject({ data: [{ id }], nextCursor: null })
  const first = await page(null, false)
  const second = await page(first.nextCursor, false)
  const ids = [...first.data, ...second.data].map((row) => row.id)
  expect([ids, second.nextCursor]).toEqual([others.map((other) => other.conversationId).toReversed(), null])
})

it('a search has an end', async () => {
  await expect(searchConversations(await stranger(), 'x'.repeat(201))).rejects.toMatchObject({
    details: { param: 'q' },
  })
})
