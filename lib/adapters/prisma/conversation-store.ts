import 'server-only'
import type { Conversation } from '../../core/conversations/types.ts'
import type { RunStatus } from '../../core/council/state.ts'
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
import type { HotDatabase } from './statement.ts'

/** Conversations: turns over the Prisma client, what is listed, found and edited as statements of our own. */
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
  }
}

async function getConversation(
  db: HotDatabase & Pick<Database, 'prisma'>,
  tenantId: string,
  id: string,
): Promise<Conversation | null> {
  const summary = await readSummary(db, tenantId, id)
  if (!summary) return null
  const place = await readPlace(db, tenantId, id)
  const turns = await db.prisma.turn.findMany({
    where: { conversationId: id, tenantId },
    select: {
      ...{ id: true, parentRunId: true, question: true, createdAt: true },
      runs: {
        select: { id: true, status: true, createdAt: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: { position: 'asc' },
  })
  return {
    ...summary,
    ...place,
    turns: turns.map((turn) => ({
      ...turn,
      createdAt: turn.createdAt.getTime(),
      runs: turn.runs.map((run) => ({ ...run, status: run.status as RunStatus, createdAt: run.createdAt.getTime() })),
    })),
  }
}

/** Which path it shows, what it is about where it is a thread, and whether its title is still to come. */
async function readPlace(
  { prisma }: Pick<Database, 'prisma'>,
  tenantId: string,
  id: string,
): Promise<Pick<Conversation, 'activeRunId' | 'thread' | 'isTitleDue'>> {
  const row = await prisma.conversation.findFirst({
    where: { id, tenantId },
    select: {
      ...{ activeRunId: true, threadSeat: true, titleState: true, titleEdited: true },
      about: { select: { id: true, conversationId: true } },
    },
  })
  const about = row?.about
  return {
    activeRunId: row?.activeRunId ?? null,
    isTitleDue: row?.titleState === 'due' && !row.titleEdited,
    thread: about ? { conversationId: about.conversationId, runId: about.id, seat: row.threadSeat } : null,
  }
}
