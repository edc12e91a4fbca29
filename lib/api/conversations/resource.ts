import type { Conversation, ConversationSummary, SearchHit } from '../../core/conversations/types.ts'
import { formatUsd } from '../../core/kernel/money.ts'
import { apiUrl, type LinkBase, pageUrl, timestamp } from '../links.ts'
import type { ConversationResource, ConversationSummaryResource, SearchHitResource } from './resource.schema.ts'

/** A conversation as lists show it. */
export function toConversationSummary(row: ConversationSummary, base: LinkBase): ConversationSummaryResource {
  return {
    id: row.id,
    object: 'conversation',
    title: row.title,
    created_at: timestamp(row.createdAt),
    updated_at: timestamp(row.updatedAt),
    is_running: row.isRunning,
    is_title_edited: row.isTitleEdited,
    pinned_at: timestamp(row.pinnedAt),
    archived_at: timestamp(row.archivedAt),
    favourite_at: timestamp(row.favouriteAt),
    version: row.version,
    metadata: row.metadata,
    message_count: row.messageCount,
    total_tokens: row.totalTokens,
    total_cost: row.totalPicoUsd === null ? null : formatUsd(BigInt(row.totalPicoUsd)),
    unpriced_calls: row.unpricedCalls,
    links: { self: apiUrl(base, `/conversations/${row.id}`), html: pageUrl(base, row.id) },
  }
}

/** A conversation with its turns and their runs. */
export function toConversation(conversation: Conversation, base: LinkBase): ConversationResource {
  const turns = conversation.turns.map((turn) => ({
    id: turn.id,
    parent_run_id: turn.parentRunId,
    question: turn.question,
    created_at: timestamp(turn.createdAt),
    runs: turn.runs.map((run) => ({
      id: run.id,
      status: run.status,
      created_at: timestamp(run.createdAt),
      links: { self: apiUrl(base, `/runs/${run.id}`) },
    })),
  }))
  const about = conversation.thread
  return {
    ...toConversationSummary(conversation, base),
    active_run_id: conversation.activeRunId,
    thread: about && { conversation_id: about.conversationId, run_id: about.runId, seat: about.seat },
    turns,
  }
}

/** A conversation that was found, with the address of the place. */
export function toSearchHit(hit: SearchHit, base: LinkBase): SearchHitResource {
  const page = pageUrl(base, hit.conversationId)
  return {
    object: 'search_hit',
    conversation_id: hit.conversationId,
    title: hit.title,
    updated_at: timestamp(hit.updatedAt),
    is_archived: hit.isArchived,
    found_in: hit.foundIn,
    turn_id: hit.turnId,
    snippet: hit.snippet.map(({ text, isMatch }) => ({ text, is_match: isMatch })),
    links: {
      self: apiUrl(base, `/conversations/${hit.conversationId}`),
      html: hit.turnId === null ? page : `${page}?turn=${hit.turnId}#${hit.turnId}`,
    },
  }
}
