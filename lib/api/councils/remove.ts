import { z } from 'zod'
import { removeCouncil } from '../../services/councils/index.ts'
import { expectedVersion, ifMatchHeaders } from '../conversations/version.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { withCouncil } from './etag.ts'
import { sampleDeletedCouncil } from './samples.ts'

/** `DELETE /councils/{id}`: removes it for good. */
export const deleteCouncil = procedure
  .route({
    method: 'DELETE',
    path: '/councils/{id}',
    operationId: 'deleteCouncil',
    tags: ['Councils'],
    summary: 'Delete a council that was kept',
    description: 'For good; runs keep the seats they were asked with. Presets cannot be deleted.',
    inputStructure: 'detailed',
    spec: documented({
      success: { 200: sampleDeletedCouncil },
      errors: ['FOREIGN_ORIGIN', 'FORBIDDEN', 'NOT_FOUND', 'VERSION_CONFLICT'],
    }),
  })
  .input(
    z.object({
      params: z.object({ id: z.string().max(100) }),
      headers: ifMatchHeaders,
      body: z.strictObject({}).optional(),
    }),
  )
  .output(z.object({ id: z.string(), object: z.literal('council'), deleted: z.literal(true) }))
  .handler(async ({ input: { params, headers }, context }) => {
    const ifVersion = expectedVersion(headers['if-match'])
    await removeCouncil(context.ctx, params.id, { ifVersion }).catch((error: unknown) => {
      throw withCouncil(error, context.ports)
    })
    return { id: params.id, object: 'council' as const, deleted: true as const }
  })
