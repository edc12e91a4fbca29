import 'server-only'
import type { ConversationSummary } from '../../core/conversations/types.ts'
import { asMs } from './sql.ts'

/** The columns of a summary, over a conversation `c` and its `SUMS`. */
export const SUMMARY = `c.id, c.title, c.title_edited as "isTitleEdited",
  ${asMs('c.created_at')} as "createdAt", ${asMs('c.updated_at')} as "updatedAt", s."isRunning",
  ${asMs('c.pinned_at')} as "pinnedAt", ${asMs('c.archived_at')} as "archivedAt",
  ${asMs('c.favourite_at')} as "favouriteAt", c.version, c.metadata,
  s.answers + (select count(*)::int from turn t where t.conversation_id = c.id) as "messageCount",
  s.tokens + k.tokens as "totalTokens", s.unpriced + k.unpriced as "unpricedCalls",
  case when s.unpriced + k.unpriced = 0 or s.priced + k.priced > 0 then (s.pico + k.pico)::text end as "totalPicoUsd"`

/**
 * What a conversation's runs and its own calls come to. Tokens are unknown as soon as one that has ended is. Of a run whose
 * cost is unknown as a whole the calls are looked at, one by one.
 */
export const SUMS = `cross join lateral (
  select count(r.answer)::int as answers,
    coalesce(bool_or(r.status in ('queued', 'running')), false) as "isRunning",
    case when count(*) filter (where r.ended_at is not null and r.tokens is null) = 0
      then coalesce(sum(r.tokens), 0)::float8 end as tokens,
    coalesce(sum(coalesce(r.pico_usd, p.pico)), 0) as pico,
    (count(r.pico_usd) + coalesce(sum(p.priced), 0))::int as priced,
    coalesce(sum(greatest(p.unpriced, 1)) filter (where r.pico_usd is null and r.ended_at is not null), 0)::int as unpriced
  from run r left join lateral (
    select coalesce(sum((k.cost ->> 'picoUsd')::numeric), 0) as pico,
      count(k.cost ->> 'picoUsd') as priced, count(*) - count(k.cost ->> 'picoUsd') as unpriced
    from run_call k
    where r.pico_usd is null and r.ended_at is not null and k.run_id = r.id and k.status <> 'running') p on true
  where r.conversation_id = c.id) s
cross join lateral (
  select case when count(*) = count(k.tokens) then coalesce(sum(k.tokens), 0)::float8 end as tokens,
    coalesce(sum(k.pico_usd), 0) as pico, count(k.pico_usd)::int as priced,
    (count(*) - count(k.pico_usd))::int as unpriced
  from conversation_call k where k.conversation_id = c.id and k.ended_at is not null) k`

/** The row that `SUMMARY` selects is the summary itself. */
export type SummaryRow = ConversationSummary
