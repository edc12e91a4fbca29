import { z } from 'zod'
import { createCouncil as keep } from '../../services/councils/index.ts'
import { etagHeaders, etagOf } from '../conversations/version.ts'
import { idempotencyHeaders } from '../idempotency.ts'
import { documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { councilBody } from './body.ts'
import { councilResource } from './resource.schema.ts'
import { toCouncil } from './resource.ts'
import { sampleCouncil, sampleCouncilRequest } from './samples.ts'

const output = z.object({
  status: z.literal(201),
  headers: etagHeaders.extend({ location: z.string() }),
  body: councilResource,
})

/** `POST /councils`: keeps a council. */
export const createCouncil = procedure
  .route({
    method: 'POST',
    path: '/councils',
    operationId: 'createCouncil',
    tags: ['Councils'],
    summary: 'Keep a council',
    description: 'At most 50; one more is 409. The same `Idempotency-Key` and body answer the council it made before.',
    inputStructure: 'detailed',
    outputStructure: 'detailed',
    spec: documented({
      request: sampleCouncilRequest,
      success: { 201: sampleCouncil },
      errors: ['FOREIGN_ORIGIN', 'CONFLICT', 'IDEMPOTENCY_MISMATCH'],
    }),
  })
  .input(z.object({ headers: idempotencyHeaders, body: councilBody }))
  .output(output)
  .handler(async ({ input: { headers, body }, context }) => {
    const council = await keep(context.ctx, { ...body, idempotencyKey: headers['idempotency-key'] })
    const resource = toCouncil(council, context.ports)
    const etag = etagOf({ version: council.version ?? 1 })
    return { status: 201 as const, headers: { etag, location: resource.links.self }, body: resource }
  })
