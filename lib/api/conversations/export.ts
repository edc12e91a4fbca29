import { AppError, invalidField } from '../../core/kernel/errors.ts'
import { EXPORT_FORMATS, type ExportFormat, exportConversation } from '../../services/conversations/index.ts'
import { requireCaller } from '../caller.ts'
import { type Exchange, verbContext } from '../context.ts'
import { pathId } from '../path.ts'

const ALLOW = ['GET', 'HEAD', 'OPTIONS']

const TYPES: Record<ExportFormat, string> = {
  markdown: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** `GET /conversations/{id}/export?format=markdown|json`: a conversation as a file, always an attachment. */
export async function serveExport({ request, ports }: Exchange, id: string): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: ALLOW.join(', ') } })
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new AppError('METHOD_NOT_ALLOWED', undefined, { allow: ALLOW })
  }
  const { actor } = requireCaller(request.headers, ports)
  const format = formatOf(new URL(request.url))
  const file = await exportConversation(verbContext(ports, actor), { id: pathId('conversation', id), format })
  return new Response(request.method === 'HEAD' ? null : file.text, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${file.name}"`,
      'x-content-type-options': 'nosniff',
    },
  })
}

function formatOf({ searchParams }: URL): ExportFormat {
  const given = searchParams.get('format')
  const format = EXPORT_FORMATS.find((known) => known === given)
  if (!format) throw invalidField('format', `Expected one of: ${EXPORT_FORMATS.join(', ')}.`)
  return format
}
