import 'server-only'
import { cleanText } from '../../core/kernel/text.ts'
import { PRICE_SOURCES, type PriceSource } from '../../core/pricing/price.ts'
import type {
  Catalogue,
  CatalogueModel,
  ModelCount,
  ModelEdit,
  ModelFacts,
  OfferedModel,
  RefreshFailure,
  RefreshState,
} from '../../ports/catalogue.ts'
import { step } from './failure.ts'
import { asMs, isStorable, toJson } from './sql.ts'
import type { HotDatabase } from './statement.ts'

type Pool = HotDatabase['pool']

const ORDER = `array[${PRICE_SOURCES.map((source) => `'${source}'`).join(', ')}]`

const mean = (sum: string, count: string) =>
  `case when ${count} > 0 then json_build_object('meanMs', ${sum}::float8 / ${count}, 'count', ${count}) end`

/** One statement, so that the catalogue is there before the first question without holding a start up. */
const READ = `
select
  (select coalesce(json_agg(m order by m.id), '[]') from (
    select m.id, m.provider, m.name, m.family, m.context_tokens as "contextTokens",
      coalesce(m.input_modalities, '{}') as "inputModalities",
      coalesce(m.output_modalities, '{}') as "outputModalities",
      m.default_max_tokens as "defaultMaxTokens", m.default_temperature as "defaultTemperature",
      m.is_active as "isActive", m.is_chairman_capable as "isChairmanCapable", m.requests, m.errors,
      ${mean('m.latency_ms', 'm.latency_count')} as latency,
      ${mean('m.first_token_ms', 'm.first_token_count')} as "firstToken",
      ${asMs('m.first_seen_at')} as "firstSeenAt", ${asMs('m.last_seen_at')} as "lastSeenAt",
      ${asMs('coalesce(m.stale_since, m.unlisted_since)')} as "staleSince",
      case when m.stale_since is not null then 'not_offered' when m.unlisted_since is not null then 'not_listed' end
        as "staleReason",
      (select json_build_object('source', p.source, 'input', p.input, 'output', p.output,
          'cachedInput', p.cached_input, 'reasoning', p.reasoning, 'longContext', p.long_context,
          'effectiveFrom', ${asMs('p.effective_from')}, 'notedAt', ${asMs('p.noted_at')})
        from model_price p where p.model_id = m.id and p.source = any(${ORDER})
        order by array_position(${ORDER}, p.source) limit 1) as price
    from model m) m) as models,
  (select coalesce(json_agg(json_build_object('source', r.source, 'triedAt', ${asMs('r.tried_at')},
      'refreshedAt', ${asMs('r.refreshed_at')}, 'failure', r.failure) order by r.source), '[]')
    from catalogue_refresh r) as refreshes`

const AT = 'to_timestamp($2::float8 / 1000)'

const OFFER = `
with offered as (
  select * from json_to_recordset($1::json) as o(
    id text, provider text, name text, family text, "contextTokens" int)
), gone as (
  update model m set stale_since = ${AT} where m.stale_since is null and m.id not in (select id from offered)
)
insert into model as m (id, provider, name, family, context_tokens, input_modalities, output_modalities,
  first_seen_at, last_seen_at)
select id, provider, name, family, "contextTokens", '{}', '{}', ${AT}, ${AT} from offered
on conflict (id) do update set provider = excluded.provider, name = excluded.name,
  family = coalesce(excluded.family, m.family), context_tokens = coalesce(excluded.context_tokens, m.context_tokens),
  last_seen_at = ${AT}, stale_since = null`

/** A price keeps the time from which it was the same. */
const NOTE = `
with facts as (
  select * from json_to_recordset($1::json) as f(id text, family text, "contextTokens" int,
    "inputModalities" json, "outputModalities" json, price json, "isListed" bool)
), described as (
  update model m set family = coalesce(m.family, f.family), context_tokens = coalesce(m.context_tokens, f."contextTokens"),
    input_modalities = coalesce((select array_agg(v) from json_array_elements_text(f."inputModalities") v), m.input_modalities),
    output_modalities = coalesce((select array_agg(v) from json_array_elements_text(f."outputModalities") v), m.output_modalities),
    unlisted_since = case when f."isListed" is null then m.unlisted_since
      when not f."isListed" then coalesce(m.unlisted_since, ${AT}) end
  from facts f where m.id = f.id
)
insert into model_price as p (model_id, source, input, output, cached_input, reasoning, long_context,
  effective_from, noted_at)
select m.id, $3, (f.price ->> 'input')::float8, (f.price ->> 'output')::float8, (f.price ->> 'cachedInput')::float8,
  (f.price ->> 'reasoning')::float8, case when json_typeof(f.price -> 'longContext') = 'object' then (f.price -> 'longContext')::jsonb end, ${AT}, ${AT}
from facts f join model m on m.id = f.id where json_typeof(f.price) = 'object'
on conflict (model_id, source) do update set input = excluded.input, output = excluded.output,
  cached_input = excluded.cached_input, reasoning = excluded.reasoning, long_context = excluded.long_context,
  noted_at = excluded.noted_at,
  effective_from = case when (p.input, p.output, p.cached_input, p.reasoning, p.long_context)
    is not distinct from (excluded.input, excluded.output, excluded.cached_input, excluded.reasoning, excluded.long_context)
    then p.effective_from else excluded.effective_from end`

const ASKED = `
insert into catalogue_refresh as r (source, tried_at, refreshed_at, failure)
values ($1, ${AT}, case when $3::text is null then ${AT} end, $3)
on conflict (source) do update set tried_at = excluded.tried_at, failure = excluded.failure,
  refreshed_at = coalesce(excluded.refreshed_at, r.refreshed_at)`

const EDIT = `
with edit as (
  select * from json_to_record($3::json) as e("isActive" bool, "isChairmanCapable" bool, "defaultMaxTokens" int,
    "defaultTemperature" float8)
), taken_back as (
  delete from model_price where model_id = $1 and source = 'override' and 'price' = any($4::text[]) and $2::bool
)
update model m set is_active = coalesce(e."isActive", m.is_active),
  is_chairman_capable = case when 'isChairmanCapable' = any($4) then e."isChairmanCapable" else m.is_chairman_capable end,
  default_max_tokens = case when 'defaultMaxTokens' = any($4) then e."defaultMaxTokens" else m.default_max_tokens end,
  default_temperature = case when 'defaultTemperature' = any($4) then e."defaultTemperature" else m.default_temperature end
from edit e where m.id = $1`

const COUNT = `
update model m set requests = m.requests + c.requests, errors = m.errors + c.errors,
  latency_ms = m.latency_ms + c."latencyMs", latency_count = m.latency_count + c."latencyCount",
  first_token_ms = m.first_token_ms + c."firstTokenMs", first_token_count = m.first_token_count + c."firstTokenCount"
from json_to_recordset($1::json) as c(id text, requests bigint, errors bigint, "latencyMs" bigint, "latencyCount" bigint,
  "firstTokenMs" bigint, "firstTokenCount" bigint)
where m.id = c.id`

/** The catalogue, each step one statement. */
export function createCatalogue({ pool }: Pick<HotDatabase, 'pool'>): Catalogue {
  const run = (name: string, text: string, values: unknown[]) =>
    step(`catalogue.${name}`, async () => (await pool.query(text, values)).rowCount ?? 0)
  return {
    read: () => step('catalogue.read', () => readAll(pool)),
    async offer(models: readonly OfferedModel[], at: number) {
      await run('offer', OFFER, [toJson(uniqueOnes(models)), at])
    },
    async note(source: PriceSource, facts: readonly ModelFacts[], at: number) {
      await run('note', NOTE, [toJson(uniqueOnes(facts)), at, source])
    },
    async asked(source: PriceSource, failure: RefreshFailure | null, at: number) {
      await run('asked', ASKED, [source, at, failure])
    },
    edit: (id, edit, at) => editModel(run, { id, edit, at }),
    async count(counts: readonly ModelCount[]) {
      if (counts.length > 0) await run('count', COUNT, [toJson(counts)])
    },
  }
}

async function readAll(pool: Pool): Promise<{ models: CatalogueModel[]; refreshes: RefreshState[] }> {
  const { rows } = await pool.query<{ models: CatalogueModel[]; refreshes: RefreshState[] }>(READ)
  return rows[0] ?? { models: [], refreshes: [] }
}

type Run = (name: string, text: string, values: unknown[]) => Promise<number>

/** The operator's price is a source like the others, so it is kept as they are. */
async function editModel(run: Run, { id, edit, at }: { id: string; edit: ModelEdit; at: number }): Promise<boolean> {
  if (!isStorable(id)) return false
  const { price, ...rest } = edit
  const named = Object.entries(edit).flatMap(([field, value]) => (value === undefined ? [] : [field]))
  const isThere = (await run('edit', EDIT, [id, price === null, toJson(rest), named])) === 1
  if (isThere && price) await run('note', NOTE, [toJson([{ id, price }]), at, 'override'])
  return isThere
}

/** A statement can write a row only once; of two with one id the last stands. */
function uniqueOnes<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [cleanText(row.id), row])).values()]
}
