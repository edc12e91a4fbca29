import { z } from 'zod'
import { VOTINGS } from '../../core/council/choice.ts'

const seat = z.object({
  id: z.string(),
  model: z.string(),
  name: z.string(),
  demo: z.boolean().meta({ description: 'True for the built-in offline demo, which is not a language model.' }),
})

const typical = z
  .object({
    duration_ms: z.number().nullable(),
    cost: z.object({
      status: z.enum(['priced', 'reported', 'free', 'unpriced']),
      usd: z.string().nullable().meta({ description: 'Decimal USD; null when unknown, never zero for unknown.' }),
      estimated: z.boolean(),
    }),
  })
  .meta({
    description: 'What a question usually takes: the median of earlier ones, else estimated; null when unknown.',
  })

/** A council as the API shows it. */
export const councilResource = z
  .object({
    id: z.string().meta({ description: 'As `POST /runs` takes it.', examples: ['standard'] }),
    object: z.literal('council'),
    kind: z.enum(['preset', 'own']),
    name: z.string(),
    description: z.string(),
    is_default: z.boolean(),
    seats: z.array(seat),
    members: z.array(z.string()).meta({ description: 'Seats that answer.' }),
    reviewers: z.array(z.string()).meta({
      description:
        'Seats that review the answers, in presets perhaps neither members’ nor the chairman’s; empty without voting.',
    }),
    chairman: z.string().meta({ description: 'The seat that writes the final answer.' }),
    voting: z.enum(VOTINGS),
    missing_models: z
      .array(z.string())
      .meta({ description: 'Models of its seats that are not here now; with any it cannot be asked.' }),
    typical,
    version: z
      .int()
      .nullable()
      .meta({ description: 'Counts edits; what `ETag` and `If-Match` carry. Null for presets.' }),
    created_at: z.iso.datetime().nullable(),
    updated_at: z.iso.datetime().nullable(),
    links: z.object({ self: z.string() }),
  })
  .meta({ description: 'Who is asked, who reviews and who writes the final answer.' })

export type CouncilResource = z.output<typeof councilResource>
