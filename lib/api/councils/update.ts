import { z } from 'zod'
import { updateCouncil as replace } from '../../services/councils/index.ts'
import { expectedVersion, ifMatchHeaders } from '../conversations/version.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { councilBody } from './body.ts'
import { etagOfCouncil, withCouncil } from './etag.ts'
import { councilResource } from './resource.schema.ts'
import { toCouncil } from './resource.ts'
import { sampleCouncilRequest, sampleReplaced } from './samples.ts'

/** `PUT /councils/{id}`: replaces name and seats. */
export const updateCouncil = procedure
  .route({
    method: 'PUT',
    path: '/councils/{id}',
    operationId: 'updateCouncil',
    tags: ['Councils'],
    summary: 'Change a council that was kept',
    description:
      'Replaces it whole; runs keep the seats they were asked with. With `If-Match` an edit that was overtaken fails with ' +
      '412 and `details.current` is the council as it stands. Presets cannot be changed.',
    inputStructure: 'detailed',
    outputStructure: 'detailed',
    spec: documented({
      request: sampleCouncilRequest,
      success: { 200: sampleReplaced },
      errors: ['FOREIGN_ORIGIN', 'FORBIDDEN', 'NOT_FOUND', 'VERSION_CONFLICT'],
    }),
  })
  .input(z.object({ params: z.object({ id: z.string().max(100) }), headers: ifMatchHeaders, body: councilBody }))
  .output(z.object({ headers: z.object({ etag: z.string().optional() }), body: councilResource }))
  .handler(async ({ input: { params, headers, body }, context }) => {
    const ifVersion = expectedVersion(headers['if-match'])
    const council = await replace(context.ctx, params.id, { ...body, ifVersion }).catch((error: unknown) => {
      throw withCouncil(error, context.ports)
    })
    return { headers: etagOfCouncil(council), body: toCouncil(council, context.ports) }
  })
