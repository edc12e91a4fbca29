import { ApiProblem, problemOf } from './api-problem.ts'
import { browser } from './browser.ts'

/** A run that was accepted: where it lives and where to watch it. */
export type AcceptedRun = { id: string; conversationId: string }

export type StartRun = {
  question: string
  council?: string
  model?: string
  conversationId?: string
  idempotencyKey: string
}

/** Where a sibling run begins: from the answers that are there, or by asking again whoever failed. */
export type ContinueFrom = 'what_is_there' | 'failed_seats'

/** The actions of the live page, over the REST API with the visitor's cookie. */
export type Api = {
  startRun(input: StartRun): Promise<AcceptedRun>
  cancelRun(input: { runId: string }): Promise<void>
  continueRun(input: { runId: string; from: ContinueFrom; idempotencyKey: string }): Promise<AcceptedRun>
}

/** The API over `fetchFn`. Errors are ApiProblem; the same Idempotency-Key may be sent again safely. */
export function createApi(fetchFn: typeof fetch = browser.fetch): Api {
  return {
    async startRun({ idempotencyKey, conversationId, ...rest }) {
      const body = { ...rest, conversation_id: conversationId }
      return acceptedRun(await post(fetchFn, '/api/v1/runs', body, idempotencyKey))
    },
    async cancelRun({ runId }) {
      await post(fetchFn, `/api/v1/runs/${encodeURIComponent(runId)}/cancel`, {}, null)
    },
    async continueRun({ runId, from, idempotencyKey }) {
      const path = `/api/v1/runs/${encodeURIComponent(runId)}/continue`
      return acceptedRun(await post(fetchFn, path, { from }, idempotencyKey))
    },
  }
}

export const api: Api = createApi()

async function post(fetchFn: typeof fetch, path: string, body: unknown, key: string | null): Promise<unknown> {
  const response = await fetchFn(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === null ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new ApiProblem({ code: 'NETWORK', message: 'The server could not be reached. Try again.', status: 0, cause })
  })
  if (!response.ok) throw await problemOf(response)
  return response.json().catch(() => null)
}

function acceptedRun(body: unknown): AcceptedRun {
  const run = body as { id?: unknown; conversation_id?: unknown } | null
  if (typeof run?.id !== 'string' || typeof run.conversation_id !== 'string') {
    throw new ApiProblem({ code: 'UNREADABLE', message: 'The answer of the server could not be read.', status: 200 })
  }
  return { id: run.id, conversationId: run.conversation_id }
}
