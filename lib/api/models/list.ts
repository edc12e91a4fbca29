import { z } from 'zod'
import type { ModelInfo } from '../../ports/models.ts'
import { listModels as list } from '../../services/councils/index.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'

const price = z
  .number()
  .nullable()
  .meta({ description: 'USD per million tokens; null when unknown, never zero for unknown.' })

const model = z.object({
  id: z.string().meta({ description: '`provider/model`, as `POST /runs` takes it.' }),
  object: z.literal('model'),
  provider: z.string(),
  name: z.string(),
  description: z.string(),
  demo: z.boolean().meta({ description: 'True for the built-in offline demo, which is not a language model.' }),
  context_tokens: z.int().nullable(),
  input_usd_per_million: price,
  output_usd_per_million: price,
})

const sample = {
  data: [
    {
      id: 'demo/archivist',
      object: 'model',
      provider: 'demo',
      name: 'Archivist',
      description: 'Thorough: quotes whole passages in order and names where they come from.',
      demo: true,
      context_tokens: null,
      input_usd_per_million: 0,
      output_usd_per_million: 0,
    },
  ],
}

/** `GET /models`: every model that can hold a seat. */
export const listModels = procedure
  .route({
    method: 'GET',
    path: '/models',
    operationId: 'listModels',
    tags: ['Models'],
    summary: 'List models',
    spec: documented({ success: { 200: sample }, errors: [] }),
  })
  .output(z.object({ data: z.array(model) }))
  .handler(({ context }) => ({ data: list(context.ctx).map(toModel) }))

function toModel(info: ModelInfo) {
  return {
    id: info.id,
    object: 'model' as const,
    provider: info.provider,
    name: info.name,
    description: info.description,
    demo: info.demo,
    context_tokens: info.contextTokens,
    input_usd_per_million: info.inputUsdPerMillion,
    output_usd_per_million: info.outputUsdPerMillion,
  }
}
