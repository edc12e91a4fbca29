import { z } from 'zod'
import { PRICE_SOURCES } from '../../core/pricing/price.ts'
import { listCatalogue } from '../../services/models/index.ts'
import { timestamp } from '../links.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { modelResource } from './resource.schema.ts'
import { toModel } from './resource.ts'
import { sampleModels } from './samples.ts'

const refresh = z
  .object({
    source: z.enum(PRICE_SOURCES),
    tried_at: z.iso.datetime(),
    refreshed_at: z.iso.datetime().nullable().meta({ description: 'Null while it has never worked.' }),
    failure: z.enum(['unreachable', 'unreadable']).nullable(),
  })
  .meta({ description: 'When a list of prices on the network was last asked.' })

/** `GET /models`: the catalogue. */
export const listModels = procedure
  .route({
    method: 'GET',
    path: '/models',
    operationId: 'listModels',
    tags: ['Models'],
    summary: 'List models',
    description:
      'The catalogue: every model that is or was offered here, by id. Those with `offered` can hold a seat now. Requests, ' +
      'errors and latency are of the whole installation and up to a minute old.',
    spec: documented({ success: { 200: sampleModels }, errors: [] }),
  })
  .output(z.object({ data: z.array(modelResource), refreshes: z.array(refresh) }))
  .handler(async ({ context }) => {
    const { models, refreshes } = await listCatalogue(context.ctx)
    return {
      data: models.map((model) => toModel(model, context.ports)),
      refreshes: refreshes.map(({ source, triedAt, refreshedAt, failure }) => ({
        ...{ source, failure, tried_at: timestamp(triedAt), refreshed_at: timestamp(refreshedAt) },
      })),
    }
  })
