import { z } from 'zod'
import type { Source } from '../../core/sources/types.ts'
import { getSource as get } from '../../services/sources/index.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'

const section = z.object({
  id: z.string().meta({ description: 'The part of a citation after `#`.' }),
  heading: z.string(),
  sentences: z.array(z.string()),
})

const source = z.object({
  id: z.string().meta({ description: 'The last part of the address that answers cite: `/sources/{id}`.' }),
  object: z.literal('source'),
  title: z.string(),
  topic: z.string(),
  note: z.string().nullable().meta({ description: 'A caution that belongs to every use of it.' }),
  sections: z.array(section),
  table: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
})

export type SourceResource = z.infer<typeof source>

const sample: SourceResource = {
  id: 'blue-sky',
  object: 'source',
  title: 'Why the sky is blue',
  topic: 'Everyday questions',
  note: null,
  sections: [
    {
      id: 'scattered-light',
      heading: 'Scattered light',
      sentences: [
        'The sky is blue because air molecules scatter short, blue waves of sunlight far more than long, red ones.',
      ],
    },
  ],
  table: null,
}

/** `GET /sources/{id}`: a text of the shipped corpus, as answers of the offline models cite it. */
export const getSource = procedure
  .route({
    method: 'GET',
    path: '/sources/{id}',
    operationId: 'getSource',
    tags: ['Sources'],
    summary: 'Get a cited source',
    spec: documented({ success: { 200: sample }, errors: ['NOT_FOUND'] }),
  })
  .input(z.object({ id: z.string() }))
  .output(source)
  .handler(({ input, context }) => toResource(get(context.ctx, input.id)))

function toResource(found: Source): SourceResource {
  return { ...found, object: 'source' }
}
