import 'server-only'
import type { Conversation } from '../../core/conversations/types.ts'
import type { RunStatus } from '../../core/council/state.ts'
import type { HistoryTurn } from '../../core/council/types.ts'
import type { ConversationStore } from '../../ports/conversations.ts'
import {
  readRemoved,
  readSummary,
  removeConversation,
  restoreConversation,
  updateConversation,
} from './conversation-edit.ts'
import { listConversations } from './conversation-list.ts'
import { searchConversations } from './conversation-search.ts'
import type { Database } from './database.ts'
import { step } from './failure.ts'
import type { Prisma } from './generated/client.ts'
import { isStorable } from './sql.ts'
import type { HotDatabase } from './statement.ts'

type Client = Database['prisma']

/** Conversations: turns and history over the Prisma client, what is listed, found and edited as statements of our own. */
export function createConversationStore(db: HotDatabase & Pick<Database, 'prisma'>): ConversationStore {
  return {
    get: (tenantId, id) => step('conversations.get', () => getConversation(db, tenantId, id)),
    list: (tenantId, page) => step('conversations.list', () => listConversations(db, tenantId, page)),
    search: (tenantId, query, limit) =>
      step('conversations.search', () => searchConversations(db, tenantId, { query, limit })),
    update: (tenantId, id, edit) => step('conversations.update', () => updateConversation(db, tenantId, id, edit)),
    remove: (tenantId, id, at) => step('conversations.remove', () => removeConversation(db, tenantId, id, at)),
    removed: (tenantId, id) => step('conversations.removed', () => readRemoved(db, tenantId, id)),
    restore: (tenantId, id) => step('conversations.restore', () => restoreConversation(db, tenantId, id)),
    history: (tenantId, id, beforeTurnId) =>
      step('conversations.history', () => readHistory(db.prisma, { tenantId, id, beforeTurnId })),
  }
}

async function getConversation(
  db: HotDatabase & Pick<Database, 'prisma'>,
  tenantId: string,
  id: string,
): Promise<Conversation | null> {
  const summary = await readSummary(db, tenantId, id)
  if (!summary) return null
  const turns = await db.prisma.turn.findMany({
    where: { conversationId: id, tenantId },
    select: {
      ...{ id: true, question: true, createdAt: true },
      runs: {
        select: { id: true, status: true, createdAt: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: { position: 'asc' },
  })
  return {
    ...summary,
    turns: turns.map((turn) => ({
      ...turn,
      createdAt: turn.createdAt.getTime(),
      runs: turn.runs.map((run) => ({ ...run, status: run.status as RunStatus, createdAt: run.createdAt.getTime() })),
    })),
  }
}

/** The answer that stands is the newest one: of a run that completed, or of one that was stopped with an answer. */
async function readHistory(
  prisma: Client,
  { tenantId, id, beforeTurnId }: { tenantId: string; id: string; beforeTurnId: string | null },
): Promise<HistoryTurn[]> {
  if (!isStorable(id) || !isStorable(beforeTurnId ?? '')) return []
  const inConversation = {
    conversationId: id,
    tenantId,
    conversation: { deletedAt: null },
  } satisfies Prisma.TurnWhereInput
  const limit =
    beforeTurnId === null
      ? null
      : await prisma.turn.findFirst({ where: { ...inConversation, id: beforeTurnId }, select: { position: true } })
  if (beforeTurnId !== null && limit === null) return []
  const turns = await prisma.turn.findMany({
    where: { ...inConversation, ...(limit && { position: { lt: limit.position } }) },
    select: {
      question: true,
      runs: {
        where: { status: { in: ['completed', 'cancelled'] }, answer: { not: null } },
        select: { status: true, answer: true },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: 1,
      },
    },
    orderBy: { position: 'asc' },
  })
  return turns.flatMap(({ question, runs: [run] }) =>
    run ? [{ question, answer: run.answer ?? '', stopped: run.status === 'cancelled' }] : [],
  )
}
