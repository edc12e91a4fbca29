import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createImportReader } from '../../adapters/import-worker/reader.ts'
import { systemClock } from '../../adapters/system/clock.ts'
import { systemIds } from '../../adapters/system/ids.ts'
import type { ConversationFile } from '../../core/conversations/file.ts'
import { ModelError } from '../../ports/models.ts'
import { freshTenant, type Stores } from '../../ports/stores.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { answerOrBallot, scriptedModels } from '../../testing/scripted-models.ts'
import { storesOver } from '../../testing/stores.ts'
import { continueRun, createEngine, startRun, waitForRun } from '../runs/index.ts'
import { exportConversation, getConversation, type ImportResult, importFile, listConversations } from './index.ts'

let stores: Stores
beforeAll(async () => {
  stores = storesOver(await memoryDatabase())
})
afterAll(() => stores?.close())

async function visitor() {
  const tenantId = await freshTenant(stores)
  const actor = { kind: 'guest' as const, guestId: 'gst_1', tenantId }
  const importReader = createImportReader(process.cwd())
  return {
    ...stores,
    importReader,
    clock: systemClock,
    ids: systemIds,
    log: { info() {}, error() {} },
    cursorKey: 'key',
    actor,
  }
}

type Visitor = Awaited<ReturnType<typeof visitor>>

const importValue = (ctx: Visitor, value: unknown) => importFile(ctx, new TextEncoder().encode(JSON.stringify(value)))

/** The one conversation of a file. */
async function importOne(ctx: Visitor, value: unknown) {
  const [result] = await importValue(ctx, value)
  return result as Exclude<ImportResult, { status: 'refused' }>
}

const exportJson = async (ctx: Visitor, id: string): Promise<ConversationFile> =>
  JSON.parse((await exportConversation(ctx, { id, format: 'json' })).text)

/** The file without what an import makes anew: every id becomes the number of its place. */
function withoutIds(file: ConversationFile): unknown {
  const ids = [...new Set(JSON.stringify(file).match(/\b(?:cnv|trn|run)_[0-9a-z]{26}\b/g))]
  return JSON.parse(ids.reduce((text, id, index) => text.replaceAll(id, `id-${index}`), JSON.stringify(file)))
}

async function expectRoundTrip(ctx: Visitor, id: string): Promise<void> {
  const file = await exportJson(ctx, id)
  const other = await visitor()
  const { conversationId } = await importOne(other, file)
  expect(withoutIds(await exportJson(other, conversationId))).toEqual(withoutIds(file))
}

const fixtures = path.resolve(import.meta.dirname, '../../core/importing/fixtures')
const fixture = (name: string) => JSON.parse(readFileSync(path.join(fixtures, `${name}.json`), 'utf8'))

describe('a JSON export, imported by another tenant, exports equal but for ids', () => {
  it('with real runs: a failed member, a follow-up with history, a sibling that reuses answers', async () => {
    const ctx = await visitor()
    const models = scriptedModels((request) =>
      request.model.includes('birch') && request.inputs.task === 'answer'
        ? new ModelError('refused', 'No.', { retryable: false })
        : answerOrBallot(request),
    )
    const options = { owner: 'test', leaseMs: 15_000, keepMs: 50, sweepMs: 2_000, lingerMs: 0, isSoleOwner: false }
    const asking = { ...ctx, models, engine: createEngine({ ...ctx, models }, options) }
    const patience = () => ({ timeoutMs: 20_000, signal: new AbortController().signal })
    const { runId, conversationId } = await startRun(asking, { question: 'Why is the sky blue?' })
    await waitForRun(asking, runId, patience())
    const sibling = await continueRun(asking, { runId, from: 'what_is_there' })
    await waitForRun(asking, sibling.runId, patience())
    const followUp = await startRun(asking, { question: 'And at night?', conversationId })
    await waitForRun(asking, followUp.runId, patience())
    const file = await exportJson(ctx, conversationId)
    expect(file.conversation.turns.map((turn) => turn.runs.length)).toEqual([2, 1])
    expect(file.conversation.turns[0]?.runs[1]?.source_run_id).toBe(runId)
    await expectRoundTrip(ctx, conversationId)
  })

  it.each(readdirSync(fixtures).map((file) => path.basename(file, '.json')))(
    'with what was itself imported: %s',
    async (name) => {
      const ctx = await visitor()
      const { conversationId } = await importOne(ctx, fixture(name))
      await expectRoundTrip(ctx, conversationId)
    },
  )

  it('whatever a file-based conversation holds', async () => {
    const ctx = await visitor()
    const model = fc.constantFrom('a/one', 'a/two', 'b/three')
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 40 }))
    const ballot = fc.constantFrom(
      'FINAL RANKING:\n1. Response B\n2. Response A',
      'FINAL RANKING\nA > B > C',
      'nothing',
      null,
    )
    const message = fc.record({
      role: fc.constant('assistant'),
      stage1: fc.array(fc.record({ model, response: text }), { maxLength: 4 }),
      stage2: fc.array(fc.record({ model, ranking: ballot }), { maxLength: 4 }),
      stage3: fc.option(fc.record({ model, response: text })),
      extra: fc.jsonValue(),
    })
    const turn = fc.tuple(
      fc.record({ role: fc.constant('user'), content: fc.string() }),
      fc.array(message, { maxLength: 2 }),
    )
    const file = fc.record({
      id: fc.uuid(),
      title: fc.string(),
      created_at: fc.constant('2025-01-02T03:04:05'),
      messages: fc.array(turn, { maxLength: 3 }).map((turns) => turns.flatMap(([user, answers]) => [user, ...answers])),
    })
    await fc.assert(
      fc.asyncProperty(file, async (given) => {
        const { conversationId } = await importOne(ctx, given)
        await expectRoundTrip(ctx, conversationId)
      }),
      { numRuns: 25 },
    )
  })
})

describe('an import', () => {
  it('of the same file again is the same conversation, of a changed one another', async () => {
    const ctx = await visitor()
    const first = await importOne(ctx, fixture('original'))
    expect(first).toMatchObject({ status: 'imported', dialect: 'original', turns: 1, title: 'Blue sky' })
    const again = await importOne(ctx, fixture('original'))
    expect(again).toEqual({ ...first, status: 'unchanged' })
    const changed = await importOne(ctx, { ...fixture('original'), title: 'Another' })
    expect(changed.conversationId).not.toBe(first.conversationId)
    expect((await listConversations(ctx, { limit: 10, cursor: null })).data).toHaveLength(2)
  })

  it('of a list refuses what it cannot read by itself and takes the rest', async () => {
    const ctx = await visitor()
    const results = await importValue(ctx, [fixture('amiable'), { ...fixture('original'), id: '../x' }, 7])
    expect(results.map((result) => result.status)).toEqual(['imported', 'refused', 'refused'])
    expect(results[1]).toEqual({ status: 'refused', issues: [{ path: 'id', message: 'Expected a UUID.' }] })
  })

  it('can be asked on: its answers are the history of the next question', async () => {
    const ctx = await visitor()
    const { conversationId } = await importOne(ctx, fixture('original'))
    const { turns } = await getConversation(ctx, conversationId)
    expect(await ctx.branches.history(ctx.actor.tenantId, turns.at(-1)!.runs[0]!.id)).toEqual([
      { question: 'Why is the sky blue?', answer: 'Because air scatters blue light most.', stopped: false },
    ])
  })

  it.each<[string, (file: ConversationFile) => void, string]>([
    ['a later version', (file) => Object.assign(file, { version: 2 }), 'version'],
    ['an id that is a path', (file) => Object.assign(file.conversation, { id: '../x' }), 'conversation.id'],
    [
      'a log with a gap',
      (file) => file.conversation.turns[0]!.runs[0]!.events.splice(1, 1),
      'conversation.turns.0.runs.0.events.1.seq',
    ],
    [
      'a log without an end',
      (file) => file.conversation.turns[0]!.runs[0]!.events.pop(),
      'conversation.turns.0.runs.0.events',
    ],
    [
      'a seat nobody has',
      (file) => Object.assign(file.conversation.turns[0]!.runs[0]!.plan, { chairman: 's99' }),
      'conversation.turns.0.runs.0.plan.seats',
    ],
    [
      'a call without its text',
      (file) => file.conversation.turns[0]!.runs[0]!.calls.pop(),
      'conversation.turns.0.runs.0.calls',
    ],
    [
      'a call that still runs',
      (file) => Object.assign(file.conversation.turns[0]!.runs[0]!.calls[0]!, { status: 'running' }),
      'conversation.turns.0.runs.0.calls.0.status',
    ],
    [
      'an event we do not know',
      (file) => Object.assign(file.conversation.turns[0]!.runs[0]!.events[0]!, { type: 'x' }),
      'conversation.turns.0.runs.0.events.0.type',
    ],
    [
      'limits that never end',
      (file) => Object.assign(file.conversation.turns[0]!.runs[0]!.plan.limits, { retries: 1e9 }),
      'conversation.turns.0.runs.0.plan.limits.retries',
    ],
  ])('of our own format refuses %s by the name of the field', async (_, spoil, field) => {
    const ctx = await visitor()
    const { conversationId } = await importOne(ctx, fixture('original'))
    const file = await exportJson(ctx, conversationId)
    spoil(file)
    await expect(importOne(ctx, file)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { param: field } })
  })
})

describe('an export', () => {
  it('of another tenant’s conversation does not exist', async () => {
    const { conversationId } = await importOne(await visitor(), fixture('original'))
    const stranger = await visitor()
    await expect(exportConversation(stranger, { id: conversationId, format: 'json' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it.each([
    ['Überraschung: "ja"\r\n/../etc', 'uberraschung-ja-etc.md'],
    ['天空', 'conversation.md'],
    ['x'.repeat(300), `${'x'.repeat(60)}.md`],
  ])('has a name that any disk and header takes: %j', async (title, name) => {
    const ctx = await visitor()
    const { conversationId } = await importOne(ctx, { ...fixture('original'), title })
    expect((await exportConversation(ctx, { id: conversationId, format: 'markdown' })).name).toBe(name)
  })

  it('leaves out a run that is still going on', async () => {
    const ctx = await visitor()
    const { conversationId } = await importOne(ctx, fixture('original'))
    const { turns } = await getConversation(ctx, conversationId)
    const stored = await ctx.runs.get(ctx.actor.tenantId, turns[0]!.runs[0]!.id)
    await ctx.runs.create({
      ...{ ...stored!, id: ctx.ids.next('run'), sourceRunId: null, createdAt: systemClock.now() },
      ...{ newConversation: null, newTurn: null, owner: 'o', leaseMs: 60_000, idempotency: null, limits: null },
    })
    expect((await exportJson(ctx, conversationId)).conversation.turns[0]?.runs).toHaveLength(1)
  })
})
