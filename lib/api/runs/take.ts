import { z } from 'zod'
import { takeAnswer as take } from '../../services/runs/index.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { runResource } from './resource.schema.ts'
import { toRunResource } from './resource.ts'
import { sampleTakenRun } from './samples.ts'

/** `PUT /runs/{id}/answer`: which answer of an ended run stands. */
export const takeAnswer = procedure
  .route({
    method: 'PUT',
    path: '/runs/{id}/answer',
    operationId: 'takeAnswer',
    tags: ['Runs'],
    summary: "Take a member's answer as the final one",
    description: 'Follow-ups, search and exports then go by it. `null` makes the verdict stand again. Nothing is lost.',
    inputStructure: 'detailed',
    spec: documented({
      request: { seat: 's1' },
      success: { 200: sampleTakenRun },
      errors: ['FOREIGN_ORIGIN', 'NOT_FOUND', 'CONFLICT'],
    }),
  })
  .input(
    z.object({
      params: z.object({ id: z.string() }),
      body: z.strictObject({ seat: z.string().max(8).nullable() }),
    }),
  )
  .output(runResource)
  .handler(async ({ input: { params, body }, context }) => {
    const state = await take(context.ctx, { runId: pathId('run', params.id), seat: body.seat })
    return toRunResource(state, context.ports)
  })
