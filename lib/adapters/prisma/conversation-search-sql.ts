import 'server-only'
import { asMs } from './sql.ts'
import type { Statement } from './statement.ts'

/** Characters of the private use area: taken out of the text first, so that they can only be ours. */
export const START = '\uE000'
export const STOP = '\uE001'

const MARKERS = `StartSel="${START}", StopSel="${STOP}"`
const PLACE = `${MARKERS}, MaxFragments=1, MaxWords=28, MinWords=14, ShortWord=0`
/** A title is shown whole. */
const WHOLE = `${MARKERS}, HighlightAll=true`

type Kind = {
  table: string
  at: string
  conversation: string
  turn: string
  kind: string
  body: string
  weight: number
}

const TITLE = { table: 'conversation', at: 'updated_at', conversation: 'id', turn: 'null', body: 'title' }
const QUESTION = { table: 'turn', at: 'created_at', conversation: 'conversation_id', turn: 'id', body: 'question' }
const ANSWER = { table: 'run', at: 'created_at', conversation: 'conversation_id', turn: 'turn_id', body: 'answer' }

const KINDS: Kind[] = [
  { ...TITLE, kind: 'title', weight: 2 },
  { ...QUESTION, kind: 'question', weight: 1 },
  { ...ANSWER, kind: 'answer', weight: 1 },
]

/** How many of the newest are looked through for a common word. */
const WINDOW: Record<string, number> = { conversation: 500, turn: 300, run: 500 }

/** Ranking reads the words of every match; the newest of each kind are enough to choose from. */
const CANDIDATES = 60

/** Looks through the newest of each kind, word or not. */
export const RECENT: Statement = {
  name: 'conversation-search-recent',
  text: searching(
    ({ table, at }) =>
      `(select * from (select * from ${table} where tenant_id = $1 order by ${at} desc limit ${WINDOW[table]}) newest
         where search @@ (select words from q) limit ${CANDIDATES}) m`,
  ),
}

/** Looks the words up in the index; their dates come first, because the rows themselves are large. */
export const EVERYWHERE: Statement = {
  name: 'conversation-search-everywhere',
  text: searching(
    ({ table, at }) =>
      `${table} m where m.id = any (array(
         select id from (
           select id, ${at} as at from ${table} where tenant_id = $1 and search @@ to_tsquery('simple', $2) offset 0
         ) matching order by at desc limit ${CANDIDATES}
       ))`,
  ),
}

/** $1 tenant, $2 words as a tsquery, $3 how many conversations. `place` says which rows are candidates. */
function searching(place: (kind: Kind) => string): string {
  const candidates = KINDS.map(
    (one) =>
      `select m.${one.conversation} as id, ${one.turn === 'null' ? 'null' : `m.${one.turn}`} as turn,
        '${one.kind}' as kind, m.${one.body} as body,
        ${one.weight} * ts_rank(m.search, (select words from q), 1) as rank
      from ${place(one)}`,
  )
  return `
with q as materialized (
  select to_tsquery('simple', $2) as words
), found as (
  ${candidates.join('\n  union all\n  ')}
), best as (
  select distinct on (id) * from found order by id, rank desc, kind desc
), top as (
  select b.*, c.title, c.updated_at, c.archived_at
  from best b join conversation c on c.id = b.id and c.deleted_at is null
  order by b.rank desc, c.updated_at desc, c.id desc limit $3
)
select top.id as "conversationId", top.title, ${asMs('top.updated_at')} as "updatedAt",
  top.archived_at is not null as "isArchived", top.kind as "foundIn", top.turn as "turnId",
  ts_headline('simple', translate(left(top.body, 100000), '${START}${STOP}', ''), q.words,
    case top.kind when 'title' then '${WHOLE}' else '${PLACE}' end) as headline
from top, q order by top.rank desc, top.updated_at desc, top.id desc`
}
