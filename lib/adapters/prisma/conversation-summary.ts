import 'server-only'
import type { ConversationSummary } from '../../core/conversations/types.ts'
import { asMs } from './sql.ts'

/** The columns of a summary, over a conversation `c` and its `SUMS`. */
export const SUMMARY = `c.id, c.title, c.title_edited as "isTitleEdited",
  ${asMs('c.created_at')} as "createdAt", ${asMs('c.updated_at')} as "updatedAt", s."isRunning",
  ${asMs('c.pinned_at')} as "pinnedAt", ${asMs('c.archived_at')} as "archivedAt",
  ${asMs('c.favourite_at')} as "favouriteAt", c.version, c.metadata,
  s.answers + (select count(*)::int from turn t where t.conversation_id = c.id) as "messageCount",
  s.tokens + k.tokens as "totalTokens", (s."picoUsd" + k."picoUsd")::text as "totalPicoUsd"`

/** What a conversation's runs and its own calls come to. A sum is unknown as soon as one that has ended is. */
export const SUMS = `cross join lateral (
  select count(r.answer)::int as answers,
    coalesce(bool_or(r.status in ('queued', 'running')), false) as "isRunning",
    case when count(*) filter (where r.ended_at is not null and r.tokens is null) = 0
      then coalesce(sum(r.tokens), 0)::float8 end as tokens,
    case when count(*) filter (where r.ended_at is not null and r.pico_usd is null) = 0
      then coalesce(sum(r.pico_usd), 0) end as "picoUsd"
  from run r where r.conversation_id = c.id) s
cross join lateral (
  select case when count(*) = count(k.tokens) then coalesce(sum(k.tokens), 0)::float8 end as tokens,
    case when count(*) = count(k.pico_usd) then coalesce(sum(k.pico_usd), 0) end as "picoUsd"
  from conversation_call k where k.conversation_id = c.id and k.ended_at is not null) k`

/** The row that `SUMMARY` selects is the summary itself. */
export type SummaryRow = ConversationSummary
