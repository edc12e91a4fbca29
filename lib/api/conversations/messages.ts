import { z } from 'zod'
import { isId } from '../../core/kernel/ids.ts'
import { listMessages as messagesOf, TURNS_MAX } from '../../services/conversations/index.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { toMessages } from './branch-resource.ts'
import { sampleMessages } from './branch-samples.ts'
import { messageResource } from './resource.schema.ts'

const query = z.strictObject({
  branch: z
    .string()
    .refine((id) => isId('run', id), 'There is no such run.')
    .optional()
    .meta({ description: 'The run that the path ends with; the shown path if absent.' }),
  after: z.string().max(64).optional().meta({ description: '`next_after` of the page before: a turn.' }),
  limit: z.coerce.number().int().min(1).max(TURNS_MAX).default(20).meta({ description: 'Turns, two messages each.' }),
})

/** `GET /conversations/{id}/messages`: questions and answers along one path. */
export const listMessages = procedure
  .route({
    method: 'GET',
    path: '/conversations/{id}/messages',
    operationId: 'listMessages',
    tags: ['Conversations'],
    summary: 'List messages',
    description: 'Along the shown path or another branch, oldest first. How a run came about is at `GET /runs/{id}`.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleMessages }, errors: ['NOT_FOUND', 'VALIDATION_FAILED'] }),
  })
  .input(z.object({ params: z.object({ id: z.string() }), query }))
  .output(z.object({ data: z.array(messageResource), has_more: z.boolean(), next_after: z.string().nullable() }))
  .handler(async ({ input: { params, query }, context }) => {
    const { data, next } = await messagesOf(context.ctx, {
      id: pathId('conversation', params.id),
      ...{ runId: query.branch ?? null, after: query.after ?? null, limit: query.limit },
    })
    return { data: data.flatMap(toMessages), has_more: next !== null, next_after: next }
  })
