import { z } from 'zod'
import { ledgerOfRun } from '../../services/ledger/index.ts'
import { documented } from '../openapi/documented.ts'
import { pathId } from '../path.ts'
import { procedure } from '../procedure.ts'
import { runLedgerResource } from '../usage/resource.schema.ts'
import { toLedgerRow, toSum } from '../usage/resource.ts'
import { sampleLedger } from '../usage/samples.ts'

/** `GET /runs/{id}/ledger`: what a run was charged, call by call. */
export const getRunLedger = procedure
  .route({
    method: 'GET',
    path: '/runs/{id}/ledger',
    operationId: 'getRunLedger',
    tags: ['Runs'],
    summary: 'Get what a run was charged',
    description: 'Every call from its intent on, in the order they were made, with the price that was used.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleLedger }, errors: ['NOT_FOUND'] }),
  })
  .input(z.object({ params: z.object({ id: z.string() }) }))
  .output(runLedgerResource)
  .handler(async ({ input, context }) => {
    const id = pathId('run', input.params.id)
    const { rows, sum } = await ledgerOfRun(context.ctx, id)
    return { object: 'ledger' as const, run_id: id, data: rows.map(toLedgerRow), sum: toSum(sum) }
  })
