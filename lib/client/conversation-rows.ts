import type { ConversationSummaryResource } from '../api/conversations/resource.schema.ts'
import type { ListedConversation } from '../core/conversations/types.ts'

/** A conversation as the API tells it, as lists here show it. */
export function listedOf(row: ConversationSummaryResource): ListedConversation {
  return {
    id: row.id,
    title: row.title,
    updatedAt: Date.parse(row.updated_at),
    isRunning: row.is_running,
    pinnedAt: momentOf(row.pinned_at),
    archivedAt: momentOf(row.archived_at),
    favouriteAt: momentOf(row.favourite_at),
    version: row.version,
  }
}

function momentOf(time: string | null): number | null {
  return time === null ? null : Date.parse(time)
}
