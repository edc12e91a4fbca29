import { z } from 'zod'
import { USAGE_GROUPS } from '../../core/ledger/types.ts'
import { getUsage as read } from '../../services/ledger/index.ts'
import { timestamp } from '../links.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { sumResource } from './resource.schema.ts'
import { toSum } from './resource.ts'
import { sampleUsage } from './samples.ts'

const query = z.object({
  from: z
    .string()
    .max(40)
    .optional()
    .meta({ description: 'A date or a time (RFC 3339); thirty days before the end if absent.' }),
  to: z.string().max(40).optional().meta({ description: 'The end, itself not part of it; now if absent.' }),
  group_by: z.enum(USAGE_GROUPS).default('model'),
})

/** `GET /usage`: what the caller's calls came to. */
export const getUsage = procedure
  .route({
    method: 'GET',
    path: '/usage',
    operationId: 'getUsage',
    tags: ['Usage'],
    summary: 'Sum up what calls cost',
    description:
      "The caller's own ledger: every call that reached an upstream, by when it began, titles included. It keeps what was " +
      'charged after its conversation is gone. Days are in UTC.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleUsage }, errors: ['VALIDATION_FAILED'] }),
  })
  .input(z.object({ query }))
  .output(
    z.object({
      object: z.literal('usage'),
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      group_by: z.enum(USAGE_GROUPS),
      sum: sumResource,
      data: z.array(z.object({ key: z.string() }).extend(sumResource.shape)),
    }),
  )
  .handler(async ({ input: { query: asked }, context }) => {
    const { from, to, group_by: groupBy } = asked
    const { period, groups, sum } = await read(context.ctx, { from, to, groupBy })
    return {
      object: 'usage' as const,
      ...{ from: timestamp(period.from), to: timestamp(period.to), group_by: groupBy, sum: toSum(sum) },
      data: groups.map(({ key, ...group }) => ({ key, ...toSum(group) })),
    }
  })
