import type { FieldIssue } from '../core/kernel/errors.ts'
import { ApiProblem, problemOf } from './api-problem.ts'
import { browser } from './browser.ts'

/** What became of one conversation of a file. */
export type ImportedConversation =
  | { status: 'imported' | 'unchanged'; id: string; title: string; turns: number; notUnderstood: string[] }
  | { status: 'refused'; issues: FieldIssue[] }

/** The largest file that the server takes, in bytes. */
export const IMPORT_MAX_BYTES = 20 * 1_048_576

/** Sends one file as it is. Errors are ApiProblem; the same file may be sent again safely. */
export async function importFile(file: Blob, fetchFn: typeof fetch = browser.fetch): Promise<ImportedConversation[]> {
  const response = await fetchFn('/api/v1/conversations/import', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: file,
  }).catch((cause: unknown) => {
    throw new ApiProblem({ code: 'NETWORK', message: 'The server could not be reached. Try again.', status: 0, cause })
  })
  if (!response.ok) throw await problemOf(response)
  const body = (await response.json().catch(() => null)) as { data?: WireResult[] } | null
  if (!Array.isArray(body?.data)) {
    throw new ApiProblem({ code: 'UNREADABLE', message: 'The answer of the server could not be read.', status: 200 })
  }
  return body.data.map(fromWire)
}

type WireResult = {
  status: 'imported' | 'unchanged' | 'refused'
  conversation_id: string | null
  title: string | null
  turns: number | null
  not_understood: string[]
  issues: FieldIssue[]
}

function fromWire({ status, conversation_id: id, title, turns, ...rest }: WireResult): ImportedConversation {
  if (status === 'refused' || id === null) return { status: 'refused', issues: rest.issues }
  return { status, id, title: title ?? '', turns: turns ?? 0, notUnderstood: rest.not_understood }
}
