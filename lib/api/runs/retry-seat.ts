import { z } from 'zod'
import { STAGES } from '../../core/council/types.ts'
import { retrySeat as joinAgain } from '../../services/runs/index.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { runResource } from './resource.schema.ts'
import { toRunResource } from './resource.ts'
import { sampleRunningRun } from './samples.ts'

/** `POST /runs/{id}/retry`: a failed seat joins again while its stage is open. */
export const retrySeat = procedure
  .route({
    method: 'POST',
    path: '/runs/{id}/retry',
    operationId: 'retrySeat',
    tags: ['Runs'],
    summary: 'Ask a failed seat again while its stage is open',
    description: '409 once the stage is over; after the end of the run, `continue` from `failed_seats` is the way.',
    inputStructure: 'detailed',
    spec: documented({
      request: { stage: 'first_opinions', seat: 's2' },
      success: { 200: sampleRunningRun },
      errors: ['FOREIGN_ORIGIN', 'NOT_FOUND', 'CONFLICT'],
    }),
  })
  .input(
    z.object({
      params: z.object({ id: z.string() }),
      body: z.strictObject({ stage: z.enum(STAGES), seat: z.string().max(8) }),
    }),
  )
  .output(runResource)
  .handler(async ({ input: { params, body }, context }) => {
    const state = await joinAgain(context.ctx, { runId: pathId('run', params.id), ...body })
    return toRunResource(state, context.ports)
  })
