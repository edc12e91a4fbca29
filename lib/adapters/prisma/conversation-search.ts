import 'server-only'
import type { SearchHit, SnippetPart } from '../../core/conversations/types.ts'
import { OF_A_KEPT_CONVERSATION } from './conversation-thread.ts'
import { wordQuery } from './conversation-words.ts'
import { asMs } from './sql.ts'
import { bind, type HotDatabase, type Statement } from './statement.ts'

/** Characters of the private use area: taken out of the text first, so that they can only be ours. */
const START = '\uE000'
const STOP = '\uE001'

/** Ranking reads every match; the newest of each kind are enough to choose from. */
const CANDIDATES = 300

const MARKERS = `StartSel="${START}", StopSel="${STOP}"`
const PLACE = `${MARKERS}, MaxFragments=1, MaxWords=28, MinWords=14, ShortWord=0`
/** A title is shown whole. */
const WHOLE = `${MARKERS}, HighlightAll=true`

const SEARCH: Statement = {
  name: 'conversation-search',
  text: `
with q as (
  select to_tsquery('simple', $2) as words
), found as (
  (select c.id, null as turn, 'title' as kind, c.title as body, 2 * ts_rank(c.search, q.words, 1) as rank
    from conversation c, q where c.tenant_id = $1 and c.deleted_at is null and c.search @@ q.words
    order by c.updated_at desc limit ${CANDIDATES})
  union all
  (select c.id, t.id, 'question', t.question, ts_rank(t.search, q.words, 1)
    from q, turn t join conversation c on c.id = t.conversation_id and c.deleted_at is null
    where t.tenant_id = $1 and t.search @@ q.words order by t.created_at desc limit ${CANDIDATES})
  union all
  (select c.id, r.turn_id, 'answer', r.answer, ts_rank(r.search, q.words, 1)
    from q, run r join conversation c on c.id = r.conversation_id and c.deleted_at is null
    where r.tenant_id = $1 and r.search @@ q.words order by r.created_at desc limit ${CANDIDATES})
), best as (
  select distinct on (id) * from found order by id, rank desc, kind desc
), top as (
  select b.*, c.title, c.updated_at, c.archived_at from best b join conversation c on c.id = b.id
  where ${OF_A_KEPT_CONVERSATION}
  order by b.rank desc, c.updated_at desc, c.id desc limit $3
)
select top.id as "conversationId", top.title, ${asMs('top.updated_at')} as "updatedAt",
  top.archived_at is not null as "isArchived", top.kind as "foundIn", top.turn as "turnId",
  ts_headline('simple', translate(left(top.body, 100000), '${START}${STOP}', ''), q.words,
    case top.kind when 'title' then '${WHOLE}' else '${PLACE}' end) as headline
from top, q order by top.rank desc, top.updated_at desc, top.id desc`,
}

/** At most `limit` conversations with all words in one of title, question or answer, each by its best place. */
export async function searchConversations(
  { kind, pool }: HotDatabase,
  tenantId: string,
  { query, limit }: { query: string; limit: number },
): Promise<SearchHit[]> {
  const words = wordQuery(query)
  if (words === '') return []
  const { rows } = await pool.query<Omit<SearchHit, 'snippet'> & { headline: string }>(
    bind(kind, SEARCH, [tenantId, words, limit]),
  )
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
