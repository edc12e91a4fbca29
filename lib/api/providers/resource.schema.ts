import { z } from 'zod'
import { FAILURE_REASONS } from '../../core/council/types.ts'
import { PROVIDER_STATUSES, STATUS_REASONS } from '../../core/health/status.ts'

const time = z.iso.datetime()
const count = z.int().nonnegative()
const milliseconds = z.int().nonnegative().nullable()
const cause = z.enum(FAILURE_REASONS).nullable()

const headroom = z
  .object({ limit: z.number().nullable(), remaining: z.number(), resets_at: time.nullable() })
  .nullable()
  .meta({ description: 'What the provider says is left of one allowance; null when it has not said lately.' })

/** One provider as the API shows it. */
export const providerResource = z.object({
  id: z.string().meta({ description: 'The first part of its model ids.' }),
  object: z.literal('provider'),
  built_in: z.boolean().meta({ description: 'True for the offline demo models, which need nobody.' }),
  models: count,
  status: z.enum(PROVIDER_STATUSES),
  reason: z.enum(STATUS_REASONS).meta({ description: 'Why it has this status.' }),
  cause: cause.meta({ description: 'What went wrong last, where something is wrong.' }),
  judged_by: z.enum(['checks', 'traffic', 'nothing']).meta({
    description: '`checks`: asked every five minutes as well; `traffic`: only calls tell, because asking would cost.',
  }),
  availability: z
    .object({ healthy: count, unhealthy: count, share: z.number().min(0).max(1).nullable() })
    .meta({ description: 'Calls and checks of the last 24 hours; `share` is null where there were none.' }),
  first_token_ms: z
    .object({ count, mean: milliseconds, p50: milliseconds, p95: milliseconds })
    .meta({ description: 'The last hour in this process, at most 200 calls.' }),
  headroom: z.object({ requests: headroom, tokens: headroom }),
  in_flight: count,
  waiting: count,
  in_flight_limit: count.nullable(),
  breaker: z.object({
    state: z.enum(['closed', 'open', 'half_open']),
    next_probe_at: time.nullable().meta({ description: 'When one call may try again; null while closed.' }),
    probing: z.boolean(),
  }),
  limited_until: time.nullable().meta({ description: 'Until when models that were asked too often are left alone.' }),
  last_check: z.object({ at: time, ok: z.boolean(), reason: cause, latency_ms: milliseconds }).nullable(),
  history: z
    .array(z.object({ at: time, healthy: count, unhealthy: count }))
    .meta({ description: 'The last 24 hours in half hours, oldest first, without those in which nothing was seen.' }),
})

/** All providers at one moment. */
export const providersResource = z.object({ at: time, data: z.array(providerResource) })

export type ProviderResource = z.output<typeof providerResource>
export type ProvidersResource = z.output<typeof providersResource>
