import { z } from 'zod'
import { type Council, listCouncils as list } from '../../services/councils/index.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'

const seat = z.object({
  id: z.string(),
  model: z.string(),
  name: z.string(),
  demo: z.boolean().meta({ description: 'True for the built-in offline demo, which is not a language model.' }),
})

const council = z.object({
  id: z.string(),
  object: z.literal('council'),
  name: z.string(),
  description: z.string(),
  is_default: z.boolean(),
  seats: z.array(seat),
  members: z.array(z.string()).meta({ description: 'Seats that answer.' }),
  reviewers: z.array(z.string()).meta({ description: 'Seats that review the answers.' }),
  chairman: z.string().meta({ description: 'The seat that writes the final answer.' }),
})

const sample = {
  data: [
    {
      id: 'standard',
      object: 'council',
      name: 'Standard',
      description: 'Four members answer and review one another; a fifth writes the verdict.',
      is_default: true,
      seats: ['archivist', 'skeptic', 'teacher', 'analyst', 'editor'].map((name, i) => ({
        id: `s${i + 1}`,
        model: `demo/${name}`,
        name: `${name[0]?.toUpperCase()}${name.slice(1)}`,
        demo: true,
      })),
      members: ['s1', 's2', 's3', 's4'],
      reviewers: ['s1', 's2', 's3', 's4'],
      chairman: 's5',
    },
  ],
}

/** `GET /councils`: the councils that can be asked, with who sits in them now. */
export const listCouncils = procedure
  .route({
    method: 'GET',
    path: '/councils',
    operationId: 'listCouncils',
    tags: ['Councils'],
    summary: 'List councils',
    spec: documented({ success: { 200: sample }, errors: [] }),
  })
  .output(z.object({ data: z.array(council) }))
  .handler(({ context }) => ({ data: list(context.ctx).map(toCouncil) }))

function toCouncil({ isDefault, ...rest }: Council) {
  return { ...rest, object: 'council' as const, is_default: isDefault }
}
