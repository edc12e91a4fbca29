import { listProviders as list } from '../../services/providers/index.ts'
import { documented } from '../openapi/documented.ts'
import { publicProcedure } from '../procedure.ts'
import { providersResource } from './resource.schema.ts'
import { toProviders } from './resource.ts'
import { sampleProviders } from './samples.ts'

/** `GET /providers`: how the providers of models are. */
export const listProviders = publicProcedure
  .route({
    method: 'GET',
    path: '/providers',
    operationId: 'listProviders',
    tags: ['Providers'],
    summary: 'List providers and how they are',
    description:
      'Status, figures and breaker are those of the process that answers; availability and history are of all processes. ' +
      'Asks no provider: what is shown is known already.',
    spec: documented({ success: { 200: sampleProviders }, errors: [], isPublic: true }),
  })
  .output(providersResource)
  .handler(({ context: { ports } }) => toProviders({ at: ports.clock.now(), providers: list(ports) }))
