import 'server-only'
import type { RetentionStore } from '../../ports/retention.ts'
import { step } from './failure.ts'
import type { HotDatabase } from './statement.ts'

const AT = 'to_timestamp($1::float8 / 1000)'

const STOP = `
update run r set cancel_requested_at = coalesce(r.cancel_requested_at, now())
from conversation c where c.id = r.conversation_id and c.deleted_at < ${AT} and r.status in ('queued', 'running')`

/** Turns, runs, calls, events and keys go with their conversation. */
const PURGE = `
delete from conversation where id in (
  select c.id from conversation c where c.deleted_at < ${AT} and not exists (
    select 1 from run r where r.conversation_id = c.id and r.status in ('queued', 'running'))
  order by c.deleted_at limit $2 for update skip locked)`

const FORGET_KEYS = `
delete from idempotency_key where (tenant_id, key) in (
  select tenant_id, key from idempotency_key where created_at < ${AT} limit $2)`

const FORGET_LINKS = `
delete from device_link where token_hash in (
  select token_hash from device_link where expires_at < ${AT} or used_at < ${AT} limit $2)`

/** What is kept for a while only, each step one statement. */
export function createRetentionStore({ pool }: Pick<HotDatabase, 'pool'>): RetentionStore {
  const affected = (name: string, text: string, values: number[]) =>
    step(`retention.${name}`, async () => (await pool.query(text, values)).rowCount ?? 0)
  return {
    stopRemoved: (before) => affected('stopRemoved', STOP, [before]),
    purgeConversations: (before, limit) => affected('purgeConversations', PURGE, [before, limit]),
    forgetKeys: (before, limit) => affected('forgetKeys', FORGET_KEYS, [before, limit]),
    forgetLinks: (before, limit) => affected('forgetLinks', FORGET_LINKS, [before, limit]),
  }
}
