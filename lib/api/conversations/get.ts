import { z } from 'zod'
import { getConversation as read } from '../../services/conversations/index.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { conversationResource } from './resource.schema.ts'
import { toConversation } from './resource.ts'
import { sampleConversation } from './samples.ts'
import { etagHeaders, etagOf } from './version.ts'

/** `GET /conversations/{id}`: a conversation with its turns and their runs. */
export const getConversation = procedure
  .route({
    method: 'GET',
    path: '/conversations/{id}',
    operationId: 'getConversation',
    tags: ['Conversations'],
    summary: 'Get a conversation',
    description: '`ETag` is its version, for `If-Match` when it is edited.',
    inputStructure: 'detailed',
    outputStructure: 'detailed',
    spec: documented({ success: { 200: sampleConversation }, errors: ['NOT_FOUND'] }),
  })
  .input(z.object({ params: z.object({ id: z.string() }) }))
  .output(z.object({ headers: etagHeaders, body: conversationResource }))
  .handler(async ({ input, context }) => {
    const conversation = await read(context.ctx, pathId('conversation', input.params.id))
    return { headers: { etag: etagOf(conversation) }, body: toConversation(conversation, context.ports) }
  })
