import { z } from 'zod'
import { FAILURE_REASONS, STAGES } from '../../core/council/types.ts'
import { LEDGER_STATUSES } from '../../core/ledger/types.ts'
import { PRICE_SOURCES } from '../../core/pricing/price.ts'

const tokens = z.int().nullable()
const rate = z.number().nullable()

const usd = z.string().nullable().meta({ description: 'Decimal USD; null when unknown, never zero for unknown.' })

/** What calls come to, as the API shows it. */
export const sumResource = z
  .object({
    calls: z.int().meta({ description: 'Calls that have ended, retries included.' }),
    input_tokens: z.int().meta({ description: 'Of calls that said theirs, tokens from a cache included.' }),
    output_tokens: z.int().meta({ description: 'Of calls that said theirs, reasoning included.' }),
    cached_tokens: z.int(),
    reasoning_tokens: z.int(),
    untold_calls: z
      .int()
      .meta({ description: 'Calls that did not say their tokens: with any these are lower bounds.' }),
    cost_usd: usd,
    is_lower_bound: z.boolean().meta({ description: 'True while `unpriced_calls` is not 0.' }),
    unpriced_calls: z.int(),
    free_calls: z.int(),
    estimated_calls: z
      .int()
      .meta({ description: 'Calls that ended without a report, so that their figures are estimated.' }),
  })
  .meta({ description: 'Sums over the ledger.' })

export const ledgerRowResource = z
  .object({
    id: z.string(),
    object: z.literal('ledger_entry'),
    purpose: z.enum(['run', 'title']),
    actor: z
      .object({ kind: z.enum(['guest', 'operator', 'system']), id: z.string().nullable() })
      .nullable()
      .meta({ description: 'Who asked; null where it was not kept yet.' }),
    stage: z.enum(STAGES).nullable(),
    seat: z.string().nullable(),
    attempt: z.int(),
    provider: z.string(),
    model: z.string(),
    status: z.enum(LEDGER_STATUSES),
    reason: z.enum(FAILURE_REASONS).nullable(),
    usage: z.object({ input_tokens: tokens, output_tokens: tokens, cached_tokens: tokens, reasoning_tokens: tokens }),
    price: z
      .object({
        source: z.enum([...PRICE_SOURCES, 'reported']),
        input_usd_per_million: rate,
        output_usd_per_million: rate,
        cached_input_usd_per_million: rate,
      })
      .nullable()
      .meta({ description: 'The price that was used; `reported`: the provider named the sum. Null: unpriced.' }),
    cost: z
      .object({ status: z.enum(['priced', 'reported', 'free', 'unpriced']), usd, estimated: z.boolean() })
      .nullable()
      .meta({ description: 'Null while it is open.' }),
    first_token_ms: z.number().nullable(),
    started_at: z.iso.datetime(),
    ended_at: z.iso.datetime().nullable(),
  })
  .meta({ description: 'One call that reached an upstream.' })

export const runLedgerResource = z
  .object({ object: z.literal('ledger'), run_id: z.string(), data: z.array(ledgerRowResource), sum: sumResource })
  .meta({ description: 'What a run was charged; empty for an imported run, which was paid for elsewhere.' })

export type SumResource = z.output<typeof sumResource>
export type LedgerRowResource = z.output<typeof ledgerRowResource>
export type RunLedgerResource = z.output<typeof runLedgerResource>
