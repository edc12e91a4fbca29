import { z } from 'zod'
import { listConversations as list, SEARCH_MAX } from '../../services/conversations/index.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { conversationSummaryResource } from './resource.schema.ts'
import { toConversationSummary } from './resource.ts'
import { sampleConversationList } from './samples.ts'

const isMarked = (what: string) =>
  z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: `Only those that are, or are not, ${what}.` })

const query = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(400).optional().meta({ description: '`next_cursor` of the page before.' }),
  archived: z
    .enum(['true', 'false', 'any'])
    .default('false')
    .meta({ description: 'Archived ones are left out unless asked for.' }),
  pinned: isMarked('pinned'),
  favourite: isMarked('favourites'),
  q: z.string().max(SEARCH_MAX).optional().meta({ description: 'Words of the title, each from its beginning.' }),
  metadata: z
    .record(z.string().max(64), z.string().max(512))
    .refine((metadata) => Object.keys(metadata).length <= 8, 'At most 8 keys.')
    .optional()
    .meta({ description: 'Entries of `metadata` as text: `metadata[project]=apollo`.' }),
})

/** `GET /conversations`: newest activity first. */
export const listConversations = procedure
  .route({
    method: 'GET',
    path: '/conversations',
    operationId: 'listConversations',
    tags: ['Conversations'],
    summary: 'List conversations',
    description: 'By last activity, newest first. Pinned ones keep their place; ask for them apart.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleConversationList }, errors: ['VALIDATION_FAILED'] }),
  })
  .input(z.object({ query }))
  .output(
    z.object({
      data: z.array(conversationSummaryResource),
      has_more: z.boolean(),
      next_cursor: z.string().nullable(),
    }),
  )
  .handler(async ({ input: { query }, context }) => {
    const filter = {
      archived: markOf(query.archived),
      pinned: markOf(query.pinned),
      favourite: markOf(query.favourite),
      title: query.q ?? null,
      metadata: query.metadata ?? {},
    }
    const page = { limit: query.limit, cursor: query.cursor ?? null, filter }
    const { data, nextCursor } = await list(context.ctx, page)
    return {
      data: data.map((row) => toConversationSummary(row, context.ports)),
      has_more: nextCursor !== null,
      next_cursor: nextCursor,
    }
  })

function markOf(value: 'true' | 'false' | 'any' | undefined): boolean | null {
  return value === undefined || value === 'any' ? null : value === 'true'
}
