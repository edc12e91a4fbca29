import { z } from 'zod'
import { listCouncils as list } from '../../services/councils/index.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { councilResource } from './resource.schema.ts'
import { toCouncil } from './resource.ts'
import { sampleCouncils } from './samples.ts'

/** `GET /councils`: the councils that can be asked, with who sits in them now. */
export const listCouncils = procedure
  .route({
    method: 'GET',
    path: '/councils',
    operationId: 'listCouncils',
    tags: ['Councils'],
    summary: 'List councils',
    description: 'The presets, then those that were kept, oldest first: at most 50, on one page.',
    spec: documented({ success: { 200: sampleCouncils }, errors: [] }),
  })
  .output(z.object({ data: z.array(councilResource) }))
  .handler(async ({ context }) => ({
    data: (await list(context.ctx)).map((council) => toCouncil(council, context.ports)),
  }))
