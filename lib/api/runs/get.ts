import { z } from 'zod'
import { getRun as readRun } from '../../services/runs/index.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { runResource } from './resource.schema.ts'
import { toRunResource } from './resource.ts'
import { sampleRun } from './samples.ts'

/** `GET /runs/{id}`: a run as it stands. */
export const getRun = procedure
  .route({
    method: 'GET',
    path: '/runs/{id}',
    operationId: 'getRun',
    tags: ['Runs'],
    summary: 'Get a run',
    description: 'The run as it stands, with everything its members have written so far.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleRun }, errors: ['NOT_FOUND'] }),
  })
  .input(z.object({ params: z.object({ id: z.string() }) }))
  .output(runResource)
  .handler(async ({ input, context }) => {
    const state = await readRun(context.ctx, pathId('run', input.params.id))
    return toRunResource(state, context.ports)
  })
