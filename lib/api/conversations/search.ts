import { z } from 'zod'
import { SEARCH_MAX, searchConversations as search } from '../../services/conversations/index.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { searchHitResource } from './resource.schema.ts'
import { toSearchHit } from './resource.ts'
import { sampleSearch } from './samples.ts'

const query = z.strictObject({
  q: z
    .string()
    .max(SEARCH_MAX, `A search has at most ${SEARCH_MAX} characters.`)
    .meta({ description: 'Words, each from its beginning; all must be there.', examples: ['language'] }),
})

/** `GET /conversations/search`: full text of titles, questions and answers. */
export const searchConversations = procedure
  .route({
    method: 'GET',
    path: '/conversations/search',
    operationId: 'searchConversations',
    tags: ['Conversations'],
    summary: 'Search conversations',
    description:
      'At most 20 conversations, best first, archived ones included, each by the best of its title, questions and ' +
      'answers; of a word that is in very many, the newest. Words are compared without stems, whatever the language.',
    inputStructure: 'detailed',
    spec: documented({ success: { 200: sampleSearch }, errors: ['VALIDATION_FAILED'] }),
  })
  .input(z.object({ query }))
  .output(z.object({ data: z.array(searchHitResource) }))
  .handler(async ({ input, context }) => {
    const hits = await search(context.ctx, input.query.q)
    return { data: hits.map((hit) => toSearchHit(hit, context.ports)) }
  })
