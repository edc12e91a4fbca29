import { z } from 'zod'
import { getModel as read } from '../../services/models/index.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { modelResource } from './resource.schema.ts'
import { toModel } from './resource.ts'
import { sampleModel } from './samples.ts'

/** `GET /models/{id}`: one model of the catalogue. */
export const getModel = procedure
  .route({
    method: 'GET',
    path: '/models/{id}',
    operationId: 'getModel',
    tags: ['Models'],
    summary: 'Get a model',
    description: 'Ids contain slashes; they may be sent as they are or encoded (`demo%2Farchivist`).',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleModel }, errors: ['NOT_FOUND'] }),
  })
  .input(z.object({ params: z.object({ id: z.string().max(200) }) }))
  .output(modelResource)
  .handler(async ({ input, context }) => toModel(await read(context.ctx, input.params.id), context.ports))
