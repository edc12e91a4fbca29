import { z } from 'zod'
import { updateModel as change } from '../../services/models/index.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { modelResource } from './resource.schema.ts'
import { toModel } from './resource.ts'
import { sampleEditedModel, sampleModelEdit } from './samples.ts'

const rate = z.number().meta({ description: 'USD per million tokens, not negative.' })

/** The shape of a body; the verb checks the values, so that one sentence names a field whoever asks. */
const body = z.strictObject({
  price: z
    .strictObject({
      input_usd_per_million: rate,
      output_usd_per_million: rate,
      cached_input_usd_per_million: rate.nullable().optional(),
      reasoning_usd_per_million: rate.nullable().optional(),
    })
    .nullable()
    .optional()
    .meta({ description: "The operator's own price, before every list's; null takes it back." }),
  active: z.boolean().optional(),
  chairman_capable: z.boolean().nullable().optional(),
  default_max_tokens: z.number().nullable().optional(),
  default_temperature: z.number().nullable().optional(),
})

/** `PATCH /models/{id}`: what the operator decides of a model. */
export const updateModel = procedure
  .route({
    method: 'PATCH',
    path: '/models/{id}',
    operationId: 'updateModel',
    tags: ['Models'],
    summary: 'Change a model',
    description: 'For the operator alone. Calls that were made keep the price they were charged by.',
    inputStructure: 'detailed',
    spec: documented({
      request: sampleModelEdit,
      success: { 200: sampleEditedModel },
      errors: ['FORBIDDEN', 'FOREIGN_ORIGIN', 'NOT_FOUND'],
    }),
  })
  .input(z.object({ params: z.object({ id: z.string().max(200) }), body }))
  .output(modelResource)
  .handler(async ({ input: { params, body: asked }, context }) => {
    const model = await change(context.ctx, params.id, {
      price: asked.price && {
        inputUsdPerMillion: asked.price.input_usd_per_million,
        outputUsdPerMillion: asked.price.output_usd_per_million,
        cachedInputUsdPerMillion: asked.price.cached_input_usd_per_million,
        reasoningUsdPerMillion: asked.price.reasoning_usd_per_million,
      },
      active: asked.active,
      chairmanCapable: asked.chairman_capable,
      defaultMaxTokens: asked.default_max_tokens,
      defaultTemperature: asked.default_temperature,
    })
    return toModel(model, context.ports)
  })
