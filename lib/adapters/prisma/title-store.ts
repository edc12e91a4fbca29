import 'server-only'
import { cleanText } from '../../core/kernel/text.ts'
import type { DueTitle, TitleCall, TitleEnd, TitleStore, TitleTask } from '../../ports/titles.ts'
import { step } from './failure.ts'
import { CHARGED, charge } from './ledger-sql.ts'
import { toJson } from './sql.ts'
import type { HotDatabase } from './statement.ts'

const DUE = `
select tenant_id as "tenantId", id as "conversationId" from conversation
where title_state = 'due' and not title_edited and deleted_at is null and updated_at >= to_timestamp($1::float8 / 1000)
order by updated_at desc limit $2`

const IS_DUE = `c.tenant_id = $1 and c.id = $2 and c.title_state = 'due' and not c.title_edited and c.deleted_at is null`

const TASK = `
select t.question, r.answer,
  (select coalesce(json_agg(seat ->> 'model'), '[]') from jsonb_array_elements(r.plan -> 'seats') seat) as models,
  (select coalesce(max(k.attempt), 0) from conversation_call k
    where k.conversation_id = c.id and k.purpose = 'title') as attempts
from conversation c join turn t on t.conversation_id = c.id join run r on r.turn_id = t.id
where ${IS_DUE} and r.answer is not null
order by t.position, r.created_at, r.id limit 1`

/** The ledger's row of the call in `call`, made or changed in the statement that makes or changes that one. */
const chargeOf = (call: string, price: string) => `
  insert into ledger (id, tenant_id, actor_kind, conversation_id, purpose, attempt, started_at, ${CHARGED.join(', ')})
  select concat_ws('/', id, 'title', attempt), tenant_id, 'system', id, 'title', attempt, started_at,
    ${charge({ isOpen: "status = 'running'", price: `${price}::jsonb`, firstTokenMs: 'null::float8' })}
  from ${call}
  on conflict (id) do update set ${CHARGED.map((column) => `${column} = excluded.${column}`).join(', ')}`

const CALL = `conversation_id as id, tenant_id, attempt, status, model, reason, usage, cost, started_at, ended_at`

const BEGIN = `
with c as (
  select id, tenant_id from conversation c where ${IS_DUE} for no key update
), abandoned as (
  update conversation_call k set status = 'failed', reason = 'abandoned', ended_at = to_timestamp($8::float8 / 1000)
  from c where k.conversation_id = c.id and k.purpose = 'title' and k.attempt < $3 and k.status = 'running'
  returning concat_ws('/', k.conversation_id, 'title', k.attempt) as id, k.ended_at
), written_off as (
  update ledger l set status = 'abandoned', reason = 'abandoned', ended_at = a.ended_at from abandoned a where l.id = a.id
), made as (
  insert into conversation_call (conversation_id, purpose, attempt, tenant_id, status, model, prompt, text, usage, cost,
    tokens, pico_usd, started_at)
  select c.id, 'title', $3, c.tenant_id, 'running', $4, $5, '', $6::jsonb, $7::jsonb, $9, $10,
    to_timestamp($8::float8 / 1000) from c
  on conflict do nothing
  returning ${CALL}
), charged as (${chargeOf('made', '$11')}
)
select count(*)::int as n from made`

const END = `
with closed as (
  update conversation_call set status = case when $5::text is null then 'completed' else 'failed' end, text = $4,
    reason = $5, usage = $6::jsonb, cost = $7::jsonb, tokens = $9, pico_usd = $10,
    ended_at = to_timestamp($8::float8 / 1000)
  where tenant_id = $1 and conversation_id = $2 and purpose = 'title' and attempt = $3 and status = 'running'
  returning ${CALL}
), charged as (${chargeOf('closed', '$13')}
), settled as (
  update conversation c set title_state = 'settled',
    title = case when c.title_edited then c.title else coalesce($11, c.title) end
  from closed where c.id = closed.id and c.title_state = 'due' and $12::bool
)
select count(*)::int as n from closed`

/** Titles that write themselves, each step one statement. */
export function createTitleStore({ pool }: Pick<HotDatabase, 'pool'>): TitleStore {
  return {
    due: (since, limit) => step('titles.due', async () => (await pool.query<DueTitle>(DUE, [since, limit])).rows),
    task: ({ tenantId, conversationId }) =>
      step('titles.task', async () => (await pool.query<TitleTask>(TASK, [tenantId, conversationId])).rows[0] ?? null),
    begin: (due, call) => step('titles.begin', () => begin(pool, due, call)),
    end: (due, end) => step('titles.end', () => endCall(pool, due, end)),
  }
}

async function begin(pool: HotDatabase['pool'], due: DueTitle, call: TitleCall): Promise<boolean> {
  const head = [due.tenantId, due.conversationId, call.attempt, call.model, call.prompt]
  const { rows } = await pool.query<{ n: number }>(BEGIN, [...head, ...figures(call), priceOf(call)])
  return rows[0]?.n === 1
}

async function endCall(pool: HotDatabase['pool'], due: DueTitle, end: TitleEnd): Promise<boolean> {
  const head = [due.tenantId, due.conversationId, end.attempt, cleanText(end.text), end.reason]
  const title = end.title === null ? null : cleanText(end.title)
  const { rows } = await pool.query<{ n: number }>(END, [...head, ...figures(end), title, end.isSettled, priceOf(end)])
  return rows[0]?.n === 1
}

function priceOf({ price = null }: Pick<TitleCall, 'price'>): string | null {
  return price && toJson(price)
}

/** Usage, cost and time as the statements number them: $6 to $10. */
function figures({ usage, cost, at }: Pick<TitleCall, 'usage' | 'cost' | 'at'>) {
  const { inputTokens: input, outputTokens: output } = usage
  const tokens = input === null || output === null ? null : input + output
  return [toJson(usage), toJson(cost), at, tokens, cost.picoUsd]
}
