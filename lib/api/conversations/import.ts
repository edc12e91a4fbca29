import { z } from 'zod'
import { DIALECTS } from '../../core/importing/types.ts'
import { importFile } from '../../services/conversations/index.ts'
import type { BodyLimits } from '../guard.ts'
import { type Documented, documented } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { sampleImported, sampleOriginalFile } from './file-samples.ts'
import { toImportResource } from './import-resource.ts'

/** Files are larger than requests, and come from anywhere. */
export const IMPORT_BODY: BodyLimits = { maxBytes: 20 * 1_048_576, isKeptAsBytes: true }

const SENTENCE = 'Send a conversation or a list of conversations.'

/** What the bytes have to say; they are read where they hold nobody up. */
const FILE = { anyOf: [{ type: 'array' as const, items: {} }, { type: 'object' as const }] }

const result = z.object({
  object: z.literal('import_result'),
  status: z.enum(['imported', 'unchanged', 'refused']),
  conversation_id: z.string().nullable(),
  title: z.string().nullable(),
  dialect: z.enum(DIALECTS).nullable(),
  turns: z.number().int().nullable(),
  not_understood: z.array(z.string()).meta({ description: 'Fields that are kept as they are, but mean nothing here.' }),
  issues: z.array(z.object({ path: z.string(), message: z.string() })),
  links: z.object({ self: z.string(), html: z.string() }).nullable(),
})

const output = z.union([
  z.object({ status: z.literal(201), body: z.object({ data: z.array(result) }) }),
  z.object({ status: z.literal(200), body: z.object({ data: z.array(result) }) }),
])

/** `POST /conversations/import`: conversations from a file, ours or the file-based original's. */
export const importConversations = procedure
  .meta({ body: IMPORT_BODY })
  .route({
    method: 'POST',
    path: '/conversations/import',
    operationId: 'importConversations',
    tags: ['Conversations'],
    summary: 'Import conversations from a file',
    description:
      'One conversation or a list of them, up to 20 MiB: our own JSON export, or files of the file-based LLM Council and ' +
      'its dialects. The same file again answers the same conversation (`unchanged`). Of a list, what cannot be read is ' +
      '`refused` by itself with its issues; one file alone fails with 422. No model is called; ballots are read again and ' +
      'marked as imported; tokens and costs are unknown.',
    inputStructure: 'detailed',
    outputStructure: 'detailed',
    spec: fileBody({
      request: sampleOriginalFile,
      success: { 201: { data: [sampleImported] }, 200: { data: [{ ...sampleImported, status: 'unchanged' }] } },
      errors: ['FOREIGN_ORIGIN'],
    }),
  })
  .input(z.object({ body: z.custom<Uint8Array<ArrayBuffer>>((given) => given instanceof Uint8Array, SENTENCE) }))
  .output(output)
  .handler(async ({ input: { body }, context: { ctx, ports } }) => {
    const results = await importFile(ctx, body)
    const data = results.map((result) => toImportResource(result, ports))
    const status = results.some((result) => result.status === 'imported') ? (201 as const) : (200 as const)
    return { status, body: { data } }
  })

/** The operation with the body that a caller sends, which the procedure is given as bytes. */
function fileBody(given: Documented): ReturnType<typeof documented> {
  const complete = documented(given)
  return (operation) =>
    complete({ ...operation, requestBody: { required: true, content: { 'application/json': { schema: FILE } } } })
}
