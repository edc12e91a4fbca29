import { z } from 'zod'
import {
  listBranches as branchesOf,
  showBranch as show,
  listThreads as threadsOf,
} from '../../services/conversations/index.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { toBranch, toThread } from './branch-resource.ts'
import { sampleBranches, sampleThreads } from './branch-samples.ts'
import { branchResource, threadResource } from './resource.schema.ts'

const byId = z.object({ params: z.object({ id: z.string() }) })
const branches = z.object({ data: z.array(branchResource) })

/** `GET /conversations/{id}/branches`: every way through a conversation. */
export const listBranches = procedure
  .route({
    method: 'GET',
    path: '/conversations/{id}/branches',
    operationId: 'listBranches',
    tags: ['Conversations'],
    summary: 'List branches',
    description: 'Edited questions and sibling runs make branches; each is named by the run that it ends with.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleBranches }, errors: ['NOT_FOUND'] }),
  })
  .input(byId)
  .output(branches)
  .handler(async ({ input, context }) => {
    const data = await branchesOf(context.ctx, pathId('conversation', input.params.id))
    return { data: data.map(toBranch) }
  })

/** `PUT /conversations/{id}/branches/{run_id}`: shows another branch. */
export const showBranch = procedure
  .route({
    method: 'PUT',
    path: '/conversations/{id}/branches/{run_id}',
    operationId: 'showBranch',
    tags: ['Conversations'],
    summary: 'Show another branch',
    description: 'The conversation shows the newest way through this run from now on, and follow-ups go there.',
    inputStructure: 'detailed',
    spec: documented({
      success: { 200: sampleBranches },
      errors: ['FOREIGN_ORIGIN', 'NOT_FOUND', 'VALIDATION_FAILED'],
    }),
  })
  .input(z.object({ params: z.object({ id: z.string(), run_id: z.string() }), body: z.strictObject({}).optional() }))
  .output(branches)
  .handler(async ({ input: { params }, context }) => {
    const place = { id: pathId('conversation', params.id), runId: pathId('run', params.run_id) }
    return { data: (await show(context.ctx, place)).map(toBranch) }
  })

/** `GET /conversations/{id}/threads`: the side conversations about its messages. */
export const listThreads = procedure
  .route({
    method: 'GET',
    path: '/conversations/{id}/threads',
    operationId: 'listThreads',
    tags: ['Conversations'],
    summary: 'List threads',
    description: 'A thread begins with `POST /runs` and `thread`, and goes on with its own `conversation_id`.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleThreads }, errors: ['NOT_FOUND'] }),
  })
  .input(byId)
  .output(z.object({ data: z.array(threadResource) }))
  .handler(async ({ input, context }) => {
    const data = await threadsOf(context.ctx, pathId('conversation', input.params.id))
    return { data: data.map((thread) => toThread(thread, context.ports)) }
  })
