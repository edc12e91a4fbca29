import 'server-only'
import type { Conversation, ConversationSummary } from '../../core/conversations/types.ts'
import type { RunStatus } from '../../core/council/state.ts'
import type { HistoryTurn } from '../../core/council/types.ts'
import { cleanText } from '../../core/kernel/text.ts'
import type { ConversationStore } from '../../ports/conversations.ts'
import type { Database } from './database.ts'
import { step } from './failure.ts'
import type { Prisma } from './generated/client.ts'
import { isStorable } from './sql.ts'

type Client = Database['prisma']

const LIVE = { status: { in: ['queued', 'running'] } } satisfies Prisma.RunWhereInput
const SUMMARY = {
  id: true,
  title: true,
  createdAt: true,
  updatedAt: true,
  runs: { where: LIVE, select: { id: true }, take: 1 },
} satisfies Prisma.ConversationSelect

type SummaryRow = Prisma.ConversationGetPayload<{ select: typeof SUMMARY }>

/** The read side of conversations, over the Prisma client. */
export function createConversationStore({ prisma }: Pick<Database, 'prisma'>): ConversationStore {
  return {
    get: (tenantId, id) => step('conversations.get', () => getConversation(prisma, tenantId, id)),
    list: (tenantId, page) => step('conversations.list', () => listConversations(prisma, tenantId, page)),
    history: (tenantId, id, beforeTurnId) =>
      step('conversations.history', () => readHistory(prisma, { tenantId, id, beforeTurnId })),
  }
}

async function getConversation(prisma: Client, tenantId: string, id: string): Promise<Conversation | null> {
  if (!isStorable(id)) return null
  const runs = {
    select: { id: true, status: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  } satisfies Prisma.Turn$runsArgs
  const row = await prisma.conversation.findFirst({
    where: { id, tenantId, deletedAt: null },
    select: {
      ...SUMMARY,
      turns: { select: { id: true, question: true, createdAt: true, runs }, orderBy: { position: 'asc' } },
    },
  })
  if (!row) return null
  const turns = row.turns.map((turn) => ({
    ...turn,
    createdAt: turn.createdAt.getTime(),
    runs: turn.runs.map((run) => ({ id: run.id, status: run.status as RunStatus, createdAt: run.createdAt.getTime() })),
  }))
  return { ...summaryOf(row), turns }
}

async function listConversations(
  prisma: Client,
  tenantId: string,
  { limit, before }: Parameters<ConversationStore['list']>[1],
): Promise<ConversationSummary[]> {
  const at = before && new Date(before.updatedAt)
  const rows = await prisma.conversation.findMany({
    where: {
      tenantId,
      deletedAt: null,
      ...(before &&
        at && { updatedAt: { lte: at }, OR: [{ updatedAt: { lt: at } }, { id: { lt: cleanText(before.id) } }] }),
    },
    select: SUMMARY,
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map(summaryOf)
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

function summaryOf(row: SummaryRow): ConversationSummary {
  return {
    id: row.id,
    title: row.title,
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    isRunning: row.runs.length > 0,
  }
}
