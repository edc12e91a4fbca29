import 'server-only'
import type { ConversationFilter, ConversationSummary } from '../../core/conversations/types.ts'
import { cleanText } from '../../core/kernel/text.ts'
import type { ConversationStore } from '../../ports/conversations.ts'
import { SUMMARY, SUMS, type SummaryRow } from './conversation-summary.ts'
import { wordQuery } from './conversation-words.ts'
import type { HotDatabase } from './statement.ts'

/** One page by keyset. Only the conditions that are asked for are in the statement, so that each finds its index. */
export async function listConversations(
  { pool }: HotDatabase,
  tenantId: string,
  { limit, before, filter }: Parameters<ConversationStore['list']>[1],
): Promise<ConversationSummary[]> {
  const values: unknown[] = [tenantId, limit]
  const bindValue = (value: unknown) => `$${values.push(value)}`
  const conditions = ['c.tenant_id = $1', 'c.deleted_at is null', 'c.thread_run_id is null']
  conditions.push(...conditionsOf(filter, bindValue))
  if (before) {
    const at = `to_timestamp(${bindValue(before.updatedAt)}::float8 / 1000)`
    conditions.push(`(c.updated_at, c.id) < (${at}, ${bindValue(cleanText(before.id))})`)
  }
  const { rows } = await pool.query<SummaryRow>({
    text: `
select ${SUMMARY} from (
  select * from conversation c where ${conditions.join(' and ')}
  order by c.updated_at desc, c.id desc limit $2::int
) c ${SUMS}
order by c.updated_at desc, c.id desc`,
    values,
  })
  return rows
}

function conditionsOf(filter: ConversationFilter, bindValue: (value: unknown) => string): string[] {
  const marks = [
    ['c.archived_at', filter.archived],
    ['c.pinned_at', filter.pinned],
    ['c.favourite_at', filter.favourite],
  ] as const
  return [
    ...marks.flatMap(([column, isSet]) => (isSet === null ? [] : `${column} is ${isSet ? 'not ' : ''}null`)),
    ...(filter.title === null ? [] : [`c.search @@ to_tsquery('simple', ${bindValue(wordQuery(filter.title))})`]),
    ...Object.entries(filter.metadata).map(
      ([key, value]) => `c.metadata ->> ${bindValue(cleanText(key))} = ${bindValue(cleanText(value))}`,
    ),
  ]
}
