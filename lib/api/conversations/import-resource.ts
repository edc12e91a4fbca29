import type { ImportResult } from '../../services/conversations/index.ts'
import { apiUrl, type LinkBase, pageUrl } from '../links.ts'

/** What became of one conversation of a file. */
export function toImportResource(result: ImportResult, base: LinkBase) {
  const object = 'import_result' as const
  if (result.status === 'refused') {
    const nothing = { conversation_id: null, title: null, dialect: null, turns: null, not_understood: [], links: null }
    return { object, status: result.status, ...nothing, issues: result.issues }
  }
  const { status, conversationId: id, title, dialect, turns, notUnderstood } = result
  return {
    object,
    status,
    conversation_id: id,
    title,
    dialect,
    turns,
    not_understood: notUnderstood,
    issues: [],
    links: { self: apiUrl(base, `/conversations/${id}`), html: pageUrl(base, id) },
  }
}
