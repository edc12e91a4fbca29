import type { ConversationSummary, ListedConversation } from './types.ts'

/** What a line of the sidebar needs of a conversation. */
export function asListed(row: ConversationSummary): ListedConversation {
  const { id, title, updatedAt, isRunning, pinnedAt, archivedAt, favouriteAt, version } = row
  return { id, title, updatedAt, isRunning, pinnedAt, archivedAt, favouriteAt, version }
}
