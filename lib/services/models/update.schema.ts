import { z } from 'zod'
import { DEAREST_USD_PER_MILLION } from '../../core/pricing/price.ts'

const MAX_TOKENS = 10_000_000

const rate = z
  .number()
  .min(0, 'A price cannot be negative.')
  .max(DEAREST_USD_PER_MILLION, `A price is at most ${DEAREST_USD_PER_MILLION} USD per million tokens.`)

/** What an operator may change of a model; what is not named stays. */
export const modelEdit = z.strictObject({
  price: z
    .strictObject({
      inputUsdPerMillion: rate,
      outputUsdPerMillion: rate,
      cachedInputUsdPerMillion: rate.nullable().default(null),
      reasoningUsdPerMillion: rate.nullable().default(null),
    })
    .nullable()
    .optional(),
  active: z.boolean().optional(),
  chairmanCapable: z.boolean().nullable().optional(),
  defaultMaxTokens: z.int().min(1).max(MAX_TOKENS).nullable().optional(),
  defaultTemperature: z.number().min(0).max(2).nullable().optional(),
})

/** What an edit may say. */
export type ModelEditInput = z.input<typeof modelEdit>
