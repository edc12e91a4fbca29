import { z } from 'zod'
import { cancelRun as stopRun } from '../../services/runs/index.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { runResource } from './resource.schema.ts'
import { toRunResource } from './resource.ts'
import { sampleCancelledRun } from './samples.ts'

/** `POST /runs/{id}/cancel`: stops a run and keeps what there is. */
export const cancelRun = procedure
  .route({
    method: 'POST',
    path: '/runs/{id}/cancel',
    operationId: 'cancelRun',
    tags: ['Runs'],
    summary: 'Stop a run',
    description:
      'Asks the run to stop and answers with it as it stands; `status` turns `cancelled` within a moment. What was ' +
      'written is kept. A run that has ended stays as it is.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleCancelledRun }, errors: ['FOREIGN_ORIGIN', 'NOT_FOUND'] }),
  })
  .input(z.object({ params: z.object({ id: z.string() }), body: z.strictObject({}).optional() }))
  .output(runResource)
  .handler(async ({ input, context }) => {
    const state = await stopRun(context.ctx, pathId('run', input.params.id))
    return toRunResource(state, context.ports)
  })
