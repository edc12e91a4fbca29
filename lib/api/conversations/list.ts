import { z } from 'zod'
import { listConversations as list } from '../../services/conversations/index.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { conversationSummaryResource } from './resource.schema.ts'
import { toConversationSummary } from './resource.ts'
import { sampleConversationList } from './samples.ts'

const query = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(400).optional().meta({ description: '`next_cursor` of the page before.' }),
})

/** `GET /conversations`: newest activity first. */
export const listConversations = procedure
  .route({
    method: 'GET',
    path: '/conversations',
    operationId: 'listConversations',
    tags: ['Conversations'],
    summary: 'List conversations',
    description: 'By last activity, newest first.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleConversationList }, errors: ['VALIDATION_FAILED'] }),
  })
  .input(z.object({ query }))
  .output(
    z.object({
      data: z.array(conversationSummaryResource),
      has_more: z.boolean(),
      next_cursor: z.string().nullable(),
    }),
  )
  .handler(async ({ input: { query }, context }) => {
    const { data, nextCursor } = await list(context.ctx, { limit: query.limit, cursor: query.cursor ?? null })
    return {
      data: data.map((row) => toConversationSummary(row, context.ports)),
      has_more: nextCursor !== null,
      next_cursor: nextCursor,
    }
  })
