import { z } from 'zod'
import { removeConversation, restoreConversation as restore } from '../../services/conversations/index.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { conversationSummaryResource } from './resource.schema.ts'
import { toConversationSummary } from './resource.ts'
import { sampleDeleted, sampleUpdated } from './samples.ts'
import { etagHeaders, etagOf } from './version.ts'

const input = z.object({ params: z.object({ id: z.string() }), body: z.strictObject({}).optional() })

/** `DELETE /conversations/{id}`: hides it; `restore` brings it back. */
export const deleteConversation = procedure
  .route({
    method: 'DELETE',
    path: '/conversations/{id}',
    operationId: 'deleteConversation',
    tags: ['Conversations'],
    summary: 'Delete a conversation',
    description: 'It can be restored. What runs in it is stopped. Deleting it again changes nothing.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleDeleted }, errors: ['FOREIGN_ORIGIN', 'NOT_FOUND'] }),
  })
  .input(input)
  .output(z.object({ id: z.string(), object: z.literal('conversation'), deleted: z.literal(true) }))
  .handler(async ({ input, context }) => {
    const id = pathId('conversation', input.params.id)
    await removeConversation(context.ctx, id)
    return { id, object: 'conversation' as const, deleted: true as const }
  })

/** `POST /conversations/{id}/restore`: undoes a deletion. */
export const restoreConversation = procedure
  .route({
    method: 'POST',
    path: '/conversations/{id}/restore',
    operationId: 'restoreConversation',
    tags: ['Conversations'],
    summary: 'Restore a deleted conversation',
    description: 'Runs that the deletion stopped stay stopped. One that is not deleted stays as it is.',
    inputStructure: 'detailed',
    outputStructure: 'detailed',
    spec: documented({
      success: { 200: sampleUpdated },
      errors: ['FOREIGN_ORIGIN', 'NOT_FOUND'],
    }),
  })
  .input(input)
  .output(z.object({ headers: etagHeaders, body: conversationSummaryResource }))
  .handler(async ({ input, context }) => {
    const conversation = await restore(context.ctx, pathId('conversation', input.params.id))
    return { headers: { etag: etagOf(conversation) }, body: toConversationSummary(conversation, context.ports) }
  })
