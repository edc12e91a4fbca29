import type { ConversationSummaryResource, SearchHitResource } from '../api/conversations/resource.schema.ts'
import type { ConversationChange, ListedConversation } from '../core/conversations/types.ts'
import type { SeatChoiceInput } from '../core/council/choice.ts'
import type { SiblingStart } from '../core/council/sibling.ts'
import type { SeatId, StageId } from '../core/council/types.ts'
import { ApiProblem, problemOf } from './api-problem.ts'
import { browser } from './browser.ts'
import { listedOf } from './conversation-rows.ts'

/** A run that was accepted: where it lives and where to watch it. */
export type AcceptedRun = { id: string; conversationId: string }

export type StartRun = {
  question: string
  council?: string
  model?: string
  /** Seats for this question alone, instead of a council. */
  seats?: SeatChoiceInput
  conversationId?: string
  parentRunId?: string
  editsTurnId?: string
  thread?: { runId: string; seat: SeatId | null }
  idempotencyKey: string
}

/** Where a sibling run begins, and who answers where it is not who answered before. */
export type Continuation = { from: SiblingStart; chairman?: string; council?: string; model?: string }

/** A page of conversations, newest first, and where the next one begins. */
export type ConversationPage = { rows: ListedConversation[]; next: string | null }

export type ListConversations = {
  limit: number
  cursor: string | null
  pinned?: boolean
  signal?: AbortSignal
}

/** The actions of pages that are alive, over the REST API with the visitor's cookie. */
export type Api = {
  startRun(input: StartRun): Promise<AcceptedRun>
  cancelRun(input: { runId: string }): Promise<void>
  continueRun(input: { runId: string; idempotencyKey: string } & Continuation): Promise<AcceptedRun>
  /** A failed seat joins again while its stage is open. */
  retrySeat(input: { runId: string; stage: StageId; seat: SeatId }): Promise<void>
  /** A member's answer stands as the final one; null: the verdict does. */
  takeAnswer(input: { runId: string; seat: SeatId | null }): Promise<void>
  /** With `ifVersion` it fails with VERSION_CONFLICT when somebody else was first. */
  updateConversation(input: { id: string; change: ConversationChange; ifVersion?: number }): Promise<void>
  deleteConversation(input: { id: string }): Promise<void>
  restoreConversation(input: { id: string }): Promise<void>
  listConversations(input: ListConversations): Promise<ConversationPage>
  searchConversations(input: { query: string; signal?: AbortSignal }): Promise<SearchHitResource[]>
}

/** The API over `fetchFn`. Errors are ApiProblem; the same Idempotency-Key may be sent again safely. */
export function createApi(fetchFn: typeof fetch = browser.fetch): Api {
  const conversation = (id: string) => `/api/v1/conversations/${encodeURIComponent(id)}`
  return {
    async startRun({ idempotencyKey, conversationId, parentRunId, editsTurnId, thread, ...rest }) {
      const about = thread && { run_id: thread.runId, seat: thread.seat }
      const place = { conversation_id: conversationId, parent_run_id: parentRunId, edits_turn_id: editsTurnId }
      const body = { ...rest, ...place, thread: about }
      return acceptedRun(await send(fetchFn, 'POST', '/api/v1/runs', { body, headers: keyed(idempotencyKey) }))
    },
    async cancelRun({ runId }) {
      await send(fetchFn, 'POST', `/api/v1/runs/${encodeURIComponent(runId)}/cancel`, { body: {} })
    },
    async continueRun({ runId, idempotencyKey, ...body }) {
      const path = `/api/v1/runs/${encodeURIComponent(runId)}/continue`
      return acceptedRun(await send(fetchFn, 'POST', path, { body, headers: keyed(idempotencyKey) }))
    },
    async retrySeat({ runId, ...body }) {
      await send(fetchFn, 'POST', `/api/v1/runs/${encodeURIComponent(runId)}/retry`, { body })
    },
    async takeAnswer({ runId, seat }) {
      await send(fetchFn, 'PUT', `/api/v1/runs/${encodeURIComponent(runId)}/answer`, { body: { seat } })
    },
    async updateConversation({ id, change, ifVersion }) {
      const headers: Record<string, string> = ifVersion === undefined ? {} : { 'if-match': `"${ifVersion}"` }
      await send(fetchFn, 'PATCH', conversation(id), { body: change, headers })
    },
    async deleteConversation({ id }) {
      await send(fetchFn, 'DELETE', conversation(id))
    },
    async restoreConversation({ id }) {
      await send(fetchFn, 'POST', `${conversation(id)}/restore`, { body: {} })
    },
    async listConversations({ limit, cursor, pinned, signal }) {
      const query = new URLSearchParams({ limit: String(limit) })
      if (cursor !== null) query.set('cursor', cursor)
      if (pinned !== undefined) query.set('pinned', String(pinned))
      const path = `/api/v1/conversations?${query}`
      const found = (await send(fetchFn, 'GET', path, signal ? { signal } : {})) as {
        data?: ConversationSummaryResource[]
        next_cursor?: string | null
      } | null
      return { rows: (found?.data ?? []).map(listedOf), next: found?.next_cursor ?? null }
    },
    async searchConversations({ query, signal }) {
      const path = `/api/v1/conversations/search?${new URLSearchParams({ q: query })}`
      const found = (await send(fetchFn, 'GET', path, signal ? { signal } : {})) as {
        data?: SearchHitResource[]
      } | null
      return found?.data ?? []
    },
  }
}

export const api: Api = createApi()

type Message = { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }

async function send(fetchFn: typeof fetch, method: string, path: string, message: Message = {}): Promise<unknown> {
  const { body, headers, signal } = message
  const response = await fetchFn(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    throw new ApiProblem({ code: 'NETWORK', message: 'The server could not be reached. Try again.', status: 0, cause })
  })
  if (!response.ok) throw await problemOf(response)
  return response.json().catch(() => null)
}

function keyed(idempotencyKey: string): Record<string, string> {
  return { 'idempotency-key': idempotencyKey }
}

function acceptedRun(body: unknown): AcceptedRun {
  const run = body as { id?: unknown; conversation_id?: unknown } | null
  if (typeof run?.id !== 'string' || typeof run.conversation_id !== 'string') {
    throw new ApiProblem({ code: 'UNREADABLE', message: 'The answer of the server could not be read.', status: 200 })
  }
  return { id: run.id, conversationId: run.conversation_id }
}
