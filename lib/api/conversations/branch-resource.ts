import { finalAnswer } from '../../core/council/select.ts'
import type { ThreadSummary } from '../../ports/branches.ts'
import type { Branch, MessagePair } from '../../services/conversations/index.ts'
import { apiUrl, type LinkBase, pageUrl, timestamp } from '../links.ts'
import type { BranchResource, MessageResource, ThreadResource } from './resource.schema.ts'

export function toBranch({ runId, turnId, question, turns, isShown, createdAt }: Branch): BranchResource {
  const ids = { run_id: runId, turn_id: turnId }
  return { object: 'branch', ...ids, question, turns, is_shown: isShown, created_at: timestamp(createdAt) }
}

export function toThread(thread: ThreadSummary, base: LinkBase): ThreadResource {
  const { id, title, runId, seat, questions, createdAt } = thread
  const links = { self: apiUrl(base, `/conversations/${id}`), html: pageUrl(base, id) }
  return { object: 'thread', id, title, run_id: runId, seat, questions, created_at: timestamp(createdAt), links }
}

/** The two messages of a turn. */
export function toMessages({ turn, run, versions, state }: MessagePair): [MessageResource, MessageResource] {
  const object = 'message' as const
  return [
    {
      ...{ object, id: turn.id, role: 'user', content: turn.question, turn_id: turn.id, run_id: null, status: null },
      versions: versions.map((version) => version.id),
      created_at: timestamp(turn.createdAt),
    },
    {
      ...{ object, id: run.id, role: 'assistant', content: finalAnswer(state)?.text ?? null },
      ...{ turn_id: turn.id, run_id: run.id, status: state.status },
      versions: turn.runs.map((sibling) => sibling.id),
      created_at: timestamp(run.createdAt),
    },
  ]
}
