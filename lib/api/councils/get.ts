import { z } from 'zod'
import { getCouncil as read } from '../../services/councils/index.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { etagOfCouncil } from './etag.ts'
import { councilResource } from './resource.schema.ts'
import { toCouncil } from './resource.ts'
import { sampleCouncil } from './samples.ts'

/** `GET /councils/{id}`: one council, a preset or one's own. */
export const getCouncil = procedure
  .route({
    method: 'GET',
    path: '/councils/{id}',
    operationId: 'getCouncil',
    tags: ['Councils'],
    summary: 'Get a council',
    description: '`ETag` is its version, for `If-Match` when it is changed; presets have none.',
    inputStructure: 'detailed',
    outputStructure: 'detailed',
    spec: documented({ success: { 200: sampleCouncil }, errors: ['NOT_FOUND'] }),
  })
  .input(z.object({ params: z.object({ id: z.string().max(100) }) }))
  .output(z.object({ headers: z.object({ etag: z.string().optional() }), body: councilResource }))
  .handler(async ({ input, context }) => {
    const council = await read(context.ctx, input.params.id)
    return { headers: etagOfCouncil(council), body: toCouncil(council, context.ports) }
  })
