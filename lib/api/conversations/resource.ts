import type { Conversation, ConversationSummary } from '../../core/conversations/types.ts'
import { apiUrl, type LinkBase, pageUrl, timestamp } from '../links.ts'
import type { ConversationResource, ConversationSummaryResource } from './resource.schema.ts'

/** A conversation as lists show it. */
export function toConversationSummary(row: ConversationSummary, base: LinkBase): ConversationSummaryResource {
  return {
    id: row.id,
    object: 'conversation',
    title: row.title,
    created_at: timestamp(row.createdAt),
    updated_at: timestamp(row.updatedAt),
    is_running: row.isRunning,
    links: { self: apiUrl(base, `/conversations/${row.id}`), html: pageUrl(base, row.id) },
  }
}

/** A conversation with its turns and their runs. */
export function toConversation(conversation: Conversation, base: LinkBase): ConversationResource {
  const turns = conversation.turns.map((turn) => ({
    id: turn.id,
    question: turn.question,
    created_at: timestamp(turn.createdAt),
    runs: turn.runs.map((run) => ({
      id: run.id,
      status: run.status,
      created_at: timestamp(run.createdAt),
      links: { self: apiUrl(base, `/runs/${run.id}`) },
    })),
  }))
  return { ...toConversationSummary(conversation, base), turns }
}
