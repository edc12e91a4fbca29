import { z } from 'zod'
import type { ConversationSummary } from '../../core/conversations/types.ts'
import { AppError } from '../../core/kernel/errors.ts'
import { updateConversation as change, updateInput } from '../../services/conversations/index.ts'
import type { LinkBase } from '../links.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { conversationSummaryResource } from './resource.schema.ts'
import { toConversationSummary } from './resource.ts'
import { sampleUpdate, sampleUpdated } from './samples.ts'
import { etagHeaders, etagOf, expectedVersion, ifMatchHeaders } from './version.ts'

/** `PATCH /conversations/{id}`: changes what is given. */
export const updateConversation = procedure
  .route({
    method: 'PATCH',
    path: '/conversations/{id}',
    operationId: 'updateConversation',
    tags: ['Conversations'],
    summary: 'Rename, pin, archive or mark a conversation',
    description:
      'What is absent stays; `metadata` is replaced as a whole. With `If-Match` an edit that was overtaken fails with ' +
      '412 and `details.current` is the conversation as it stands. Edits do not move it in lists.',
    inputStructure: 'detailed',
    outputStructure: 'detailed',
    spec: documented({
      request: sampleUpdate,
      success: { 200: sampleUpdated },
      errors: ['FOREIGN_ORIGIN', 'NOT_FOUND', 'VERSION_CONFLICT'],
    }),
  })
  .input(z.object({ params: z.object({ id: z.string() }), headers: ifMatchHeaders, body: updateInput }))
  .output(z.object({ headers: etagHeaders, body: conversationSummaryResource }))
  .handler(async ({ input: { params, headers, body }, context }) => {
    const ifVersion = expectedVersion(headers['if-match'])
    const id = pathId('conversation', params.id)
    const conversation = await change(context.ctx, id, { ...body, ifVersion }).catch((error: unknown) => {
      throw withResource(error, context.ports)
    })
    return { headers: { etag: etagOf(conversation) }, body: toConversationSummary(conversation, context.ports) }
  })

/** A conflict shows what stands as the API shows it everywhere. */
function withResource(error: unknown, base: LinkBase): unknown {
  if (!(error instanceof AppError) || error.code !== 'VERSION_CONFLICT') return error
  const current = toConversationSummary(error.details.current as ConversationSummary, base)
  return new AppError(error.code, error.message, { current, param: 'If-Match' }, error)
}
