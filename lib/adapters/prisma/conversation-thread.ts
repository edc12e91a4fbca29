import 'server-only'

/** True of `conversation c` unless it is a thread whose conversation was removed: with that it is hidden, too. */
export const OF_A_KEPT_CONVERSATION = `not exists (
  select 1 from run about join conversation beside on beside.id = about.conversation_id
  where about.id = c.thread_run_id and beside.deleted_at is not null)`
