import { z } from 'zod'
import { STALE_REASONS } from '../../core/models/stale.ts'
import { PRICE_SOURCES } from '../../core/pricing/price.ts'

const rate = z
  .number()
  .nullable()
  .meta({ description: 'USD per million tokens; null when unknown, never zero for unknown.' })

const time = z.iso.datetime()

const price = z
  .object({
    source: z.enum(PRICE_SOURCES),
    effective_from: time.meta({ description: 'Since when the source has had this price here.' }),
    noted_at: time.meta({ description: 'When the source last said so.' }),
    input_usd_per_million: z.number(),
    output_usd_per_million: z.number(),
    cached_input_usd_per_million: z.number().nullable().meta({ description: 'Null: as input.' }),
    reasoning_usd_per_million: z.number().nullable().meta({ description: 'Null: as output.' }),
    long_context: z
      .object({
        above_tokens: z.int(),
        input_usd_per_million: z.number(),
        output_usd_per_million: z.number(),
        cached_input_usd_per_million: z.number().nullable(),
      })
      .nullable()
      .meta({ description: 'Prices of requests with a longer prompt.' }),
  })
  .nullable()
  .meta({ description: 'The price that counts; null: unpriced.' })

const mean = z
  .object({ mean_ms: z.number(), count: z.int() })
  .nullable()
  .meta({ description: 'Over requests that ended well, of every tenant; null without any.' })

/** A model as the API shows it. */
export const modelResource = z
  .object({
    id: z.string().meta({ description: '`provider/model`, as `POST /runs` takes it.', examples: ['demo/archivist'] }),
    object: z.literal('model'),
    provider: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    family: z.string().nullable().meta({ description: 'Who made it, also where another provider serves it.' }),
    demo: z.boolean().meta({ description: 'True for the built-in offline demo, which is not a language model.' }),
    local: z.boolean().meta({ description: "True for models on the operator's own machines." }),
    context_tokens: z.int().nullable(),
    modalities: z
      .object({ input: z.array(z.string()), output: z.array(z.string()) })
      .nullable()
      .meta({ description: 'What it reads and writes; null when unknown.' }),
    input_usd_per_million: rate,
    output_usd_per_million: rate,
    price,
    default_max_tokens: z.int().nullable(),
    default_temperature: z.number().nullable(),
    active: z.boolean().meta({ description: 'False when an operator has switched it off: it holds no new seat.' }),
    offered: z.boolean().meta({ description: 'True when it can hold a seat now.' }),
    stale_since: time.nullable().meta({ description: 'Since when it is not to be had any more; null while it is.' }),
    stale_reason: z.enum(STALE_REASONS).nullable().meta({
      description:
        '`not_offered`: by no provider here; `not_listed`: configured, but OpenRouter does not list it any more.',
    }),
    chairman_capable: z.boolean().nullable().meta({ description: 'Null where nobody has said it.' }),
    requests: z.int(),
    errors: z.int(),
    latency: mean,
    first_token: mean,
    first_seen_at: time,
    last_seen_at: time,
    links: z.object({ self: z.string(), insights: z.string() }),
  })
  .meta({ description: 'A model of the catalogue.' })

export type ModelResource = z.output<typeof modelResource>
