import type { SearchHit } from '../../core/conversations/types.ts'
import { invalidField } from '../../core/kernel/errors.ts'
import type { Ctx } from '../context.ts'

/** Characters of a search at most. */
export const SEARCH_MAX = 200
const HITS = 20

/**
 * The best 20 conversations whose title, a question or an answer has every word of `query`. Words match from their
 * beginning, whatever the language, without stems; text without spaces between words is one word.
 */
export async function searchConversations(ctx: Ctx<'conversations'>, query: string): Promise<SearchHit[]> {
  if (query.length > SEARCH_MAX) throw invalidField('q', `A search has at most ${SEARCH_MAX} characters.`)
  return ctx.conversations.search(ctx.actor.tenantId, query, HITS)
}
