import 'server-only'
import type { SearchHit, SnippetPart } from '../../core/conversations/types.ts'
import { EVERYWHERE, RECENT, START, STOP } from './conversation-search-sql.ts'
import { wordQuery } from './conversation-words.ts'
import { bind, type HotDatabase, type Statement } from './statement.ts'

type Row = Omit<SearchHit, 'snippet'> & { headline: string }

/**
 * At most `limit` conversations with all words in one of title, question or answer, each by its best place. Common words
 * are found among the newest; only where that is not enough everything is looked through, which the rarer a word is, the
 * cheaper it is.
 */
export async function searchConversations(
  { kind, pool }: HotDatabase,
  tenantId: string,
  { query, limit }: { query: string; limit: number },
): Promise<SearchHit[]> {
  const words = wordQuery(query)
  if (words === '') return []
  const find = async (statement: Statement) =>
    (await pool.query<Row>(bind(kind, statement, [tenantId, words, limit]))).rows
  const recent = await find(RECENT)
  const rows = recent.length >= limit ? recent : await find(EVERYWHERE)
  return rows.map(({ headline, ...hit }) => ({ ...hit, snippet: partsOf(headline) }))
}

/** The headline cut at its markers. */
function partsOf(headline: string): SnippetPart[] {
  return headline
    .split(START)
    .flatMap((piece, i): SnippetPart[] => {
      if (i === 0) return [{ text: piece, isMatch: false }]
      const [match = '', rest = ''] = piece.split(STOP)
      return [
        { text: match, isMatch: true },
        { text: rest, isMatch: false },
      ]
    })
    .filter((part) => part.text !== '')
}
