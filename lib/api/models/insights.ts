import { z } from 'zod'
import { formatUsd } from '../../core/kernel/money.ts'
import type { ModelInsights } from '../../ports/ledger.ts'
import { getInsights as read } from '../../services/models/index.ts'
import { timestamp } from '../links.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { sampleInsights } from '../usage/samples.ts'

const figure = z.number().nullable()

const query = z.object({
  from: z
    .string()
    .max(40)
    .optional()
    .meta({ description: 'A date or a time (RFC 3339); thirty days before the end if absent.' }),
  to: z.string().max(40).optional().meta({ description: 'The end, itself not part of it; now if absent.' }),
})

/** `GET /models/{id}/insights`: how a model did for the caller. */
export const getInsights = procedure
  .route({
    method: 'GET',
    path: '/models/{id}/insights',
    operationId: 'getModelInsights',
    tags: ['Models'],
    summary: 'See how a model did',
    description: "Over the caller's own calls that began in the period; null where nothing is known.",
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleInsights }, errors: ['NOT_FOUND', 'VALIDATION_FAILED'] }),
  })
  .input(z.object({ params: z.object({ id: z.string().max(200) }), query }))
  .output(
    z.object({
      object: z.literal('model_insights'),
      model: z.string(),
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      success_rate: figure.meta({ description: 'Of calls that ended by themselves; what was stopped does not count.' }),
      succeeded_calls: z.int(),
      failed_calls: z.int(),
      avg_latency_ms: figure,
      avg_first_token_ms: figure,
      total_cost: z.string().nullable().meta({ description: 'Decimal USD; null when unknown.' }),
      is_lower_bound: z.boolean().meta({ description: 'True while `unpriced_calls` is not 0.' }),
      unpriced_calls: z.int(),
      avg_peer_review_rank: figure.meta({ description: 'Mean rank of its answers where they were ranked; 1 is best.' }),
      ranked_answers: z.int(),
    }),
  )
  .handler(async ({ input: { params, query: asked }, context }) => {
    const { period, insights } = await read(context.ctx, params.id, asked)
    return {
      ...{ object: 'model_insights' as const, model: params.id },
      ...{ from: timestamp(period.from), to: timestamp(period.to) },
      ...figures(insights),
    }
  })

function figures({ calls, succeeded, failed, latency, firstToken, picoUsd, unpriced, rank }: ModelInsights) {
  const finished = succeeded + failed
  const isUnknown = calls === 0 || unpriced === calls
  return {
    success_rate: finished === 0 ? null : succeeded / finished,
    ...{ succeeded_calls: succeeded, failed_calls: failed },
    avg_latency_ms: latency && Math.round(latency.meanMs),
    avg_first_token_ms: firstToken && Math.round(firstToken.meanMs),
    total_cost: isUnknown ? null : formatUsd(BigInt(picoUsd)),
    ...{ is_lower_bound: unpriced > 0, unpriced_calls: unpriced },
    avg_peer_review_rank: rank?.mean ?? null,
    ranked_answers: rank?.count ?? 0,
  }
}
