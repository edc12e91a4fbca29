import 'server-only'
import type { ConversationSummary } from '../../core/conversations/types.ts'
import { asMs } from './sql.ts'

/** The columns of a summary, over a conversation `c` and its `SUMS`. */
export const SUMMARY = `c.id, c.title, c.title_edited as "isTitleEdited",
  ${asMs('c.created_at')} as "createdAt", ${asMs('c.updated_at')} as "updatedAt", s."isRunning",
  ${asMs('c.pinned_at')} as "pinnedAt", ${asMs('c.archived_at')} as "archivedAt",
  ${asMs('c.favourite_at')} as "favouriteAt", c.version, c.metadata,
  s.answers + (select count(*)::int from turn t where t.conversation_id = c.id) as "messageCount",
  s."totalTokens", s."totalPicoUsd"`

/** What a conversation's runs come to. A sum is unknown as soon as one run that has ended is. */
export const SUMS = `cross join lateral (
  select count(r.answer)::int as answers,
    coalesce(bool_or(r.status in ('queued', 'running')), false) as "isRunning",
    case when count(*) filter (where r.ended_at is not null and r.tokens is null) = 0
      then coalesce(sum(r.tokens), 0)::float8 end as "totalTokens",
    case when count(*) filter (where r.ended_at is not null and r.pico_usd is null) = 0
      then coalesce(sum(r.pico_usd), 0)::text end as "totalPicoUsd"
  from run r where r.conversation_id = c.id) s`

/** The row that `SUMMARY` selects is the summary itself. */
export type SummaryRow = ConversationSummary
