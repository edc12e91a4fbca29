import { hydrate } from '../../core/council/hydrate.ts'
import type { Dialect, ImportedConversation, ImportedRun } from '../../core/importing/types.ts'
import { AppError, type FieldIssue } from '../../core/kernel/errors.ts'
import type { EndedRun, NewImport } from '../../ports/imports.ts'
import type { Ctx } from '../context.ts'
import { endOf } from '../runs/index.ts'

type Needs = Ctx<'imports' | 'importReader' | 'clock' | 'ids'>

/** What became of one conversation of a file. `unchanged`: the same file came before and made this conversation. */
export type Imported = {
  status: 'imported' | 'unchanged'
  conversationId: string
  title: string
  dialect: Dialect
  turns: number
  /** Fields that were kept as they are, but mean nothing to us. */
  notUnderstood: string[]
}

export type ImportResult = Imported | { status: 'refused'; issues: FieldIssue[] }

/**
 * Imports a file: one conversation of any dialect, or a list of them. The same content again is the same conversation. Of
 * a list, what cannot be read is refused by itself; a single one throws VALIDATION_FAILED. No model is called.
 */
export async function importFile(ctx: Needs, bytes: Uint8Array<ArrayBuffer>): Promise<ImportResult[]> {
  const results: ImportResult[] = []
  for await (const read of ctx.importReader.read(bytes, { now: ctx.clock.now() })) {
    results.push(read.status === 'read' ? await importOne(ctx, read) : read)
  }
  return results
}

async function importOne(
  ctx: Needs,
  { conversation, hash }: { conversation: ImportedConversation; hash: string },
): Promise<Imported> {
  const given = withIds(ctx, conversation, hash)
  const made = await ctx.imports.create(given)
  if (made.outcome === 'tenant_missing')
    throw new AppError('UNAUTHENTICATED', 'This guest is gone. Load the page again.')
  return {
    status: made.outcome === 'created' ? 'imported' : 'unchanged',
    conversationId: made.conversationId,
    title: given.title,
    dialect: conversation.dialect,
    turns: given.turns.length,
    notUnderstood: conversation.notUnderstood,
  }
}

function withIds(ctx: Needs, conversation: ImportedConversation, hash: string): NewImport {
  const { title, createdAt, updatedAt, raw } = conversation
  const runIds = freshRunIds(ctx, conversation)
  return {
    tenantId: ctx.actor.tenantId,
    id: ctx.ids.next('conversation'),
    title,
    createdAt,
    updatedAt,
    source: { id: conversation.sourceId ?? hash, hash },
    raw,
    activeRunId: refIn(runIds, conversation.activeRef),
    turns: conversation.turns.map(({ question, createdAt, runs, parentRef }, index) => ({
      id: ctx.ids.next('turn'),
      parentRunId: refIn(runIds, parentRef === undefined ? conversation.turns[index - 1]?.runs.at(-1)?.ref : parentRef),
      question,
      createdAt,
      runs: runs.map((run) => endedRun(run, runIds)),
    })),
  }
}

function refIn(ids: Map<string, string>, ref: string | null | undefined): string | null {
  return ref == null ? null : (ids.get(ref) ?? null)
}

/** New ids in the order of the old runs: of two runs of one millisecond the id decides which is the newer. */
function freshRunIds(ctx: Needs, { turns }: ImportedConversation): Map<string, string> {
  const refs = turns.flatMap((turn) => turn.runs.map((run) => run.ref))
  const ids = refs.map(() => ctx.ids.next('run')).sort()
  return new Map(refs.map((ref, index) => [ref, ids[index] as string]))
}

/** What its row says is told from its log and texts, never taken from the file. */
function endedRun(run: ImportedRun, ids: Map<string, string>): EndedRun {
  const { createdAt, events, calls } = run
  const id = ids.get(run.ref) as string
  const sourceRunId = run.sourceRef === null ? null : (ids.get(run.sourceRef) ?? null)
  const reused = run.plan.reused.map((entry) => ({ ...entry, runId: ids.get(entry.runId) ?? entry.runId }))
  const { review } = run.plan
  const from = review && { review: { ...review, runId: ids.get(review.runId) ?? review.runId } }
  const plan = { ...run.plan, reused, ...from }
  const takenSeat = run.takenSeat ?? null
  const seed = { takenSeat, id, conversationId: '', turnId: '', question: '', plan, sourceRunId, createdAt }
  const end = endOf(hydrate(seed, events, calls))
  return { id, sourceRunId, plan, createdAt, events, calls, takenSeat, end: { ...end, isCounted: false } }
}
