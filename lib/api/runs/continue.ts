import { z } from 'zod'
import { SIBLING_STARTS } from '../../core/council/sibling.ts'
import { getRun, continueRun as goOn } from '../../services/runs/index.ts'
import { idempotencyHeaders } from '../idempotency.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { runResource } from './resource.schema.ts'
import { toRunResource } from './resource.ts'
import { sampleContinuedRun } from './samples.ts'

const input = z.object({
  params: z.object({ id: z.string() }),
  headers: idempotencyHeaders,
  body: z.strictObject({
    from: z.enum(SIBLING_STARTS).meta({
      description:
        '`beginning`: everybody is asked again. `failed_seats`: only who failed, and what follows from it. ' +
        '`final_response`: only the chairman. `what_is_there`: the chairman, from answers that were cut short too.',
    }),
    chairman: z.string().max(200).optional().meta({
      description: 'Another model in the chair, from `final_response` or `what_is_there`.',
    }),
    council: z.string().min(1).max(100).optional().meta({ description: 'Another council, from the `beginning`.' }),
    model: z.string().min(1).max(200).optional().meta({ description: 'One single model, from the `beginning`.' }),
  }),
})

const output = z.object({
  status: z.literal(202),
  headers: z.object({ location: z.string() }),
  body: runResource,
})

/** `POST /runs/{id}/continue`: goes on from a run that has ended, as a sibling run. */
export const continueRun = procedure
  .route({
    method: 'POST',
    path: '/runs/{id}/continue',
    operationId: 'continueRun',
    tags: ['Runs'],
    summary: 'Go on from a run that has ended',
    description: 'Starts a sibling run that reuses the finished answers, so that nothing is paid for twice.',
    inputStructure: 'detailed',
    outputStructure: 'detailed',
    spec: documented({
      request: { from: 'what_is_there' },
      success: { 202: sampleContinuedRun },
      errors: [
        'FOREIGN_ORIGIN',
        'NOT_FOUND',
        'CONFLICT',
        'BUDGET_EXCEEDED',
        'IDEMPOTENCY_MISMATCH',
        'QUOTA_EXCEEDED',
        'TOO_MANY_RUNS',
        'UNAVAILABLE',
      ],
    }),
  })
  .input(input)
  .output(output)
  .handler(async ({ input: { params, headers, body }, context }) => {
    const source = pathId('run', params.id)
    const idempotencyKey = headers['idempotency-key']
    const { runId } = await goOn(context.ctx, { runId: source, ...body, idempotencyKey })
    const run = toRunResource(await getRun(context.ctx, runId), context.ports)
    return { status: 202 as const, headers: { location: run.links.self }, body: run }
  })
