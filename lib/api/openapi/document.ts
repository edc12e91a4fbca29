import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { conversationResource, conversationSummaryResource } from '../conversations/resource.schema.ts'
import { councilResource } from '../councils/resource.schema.ts'
import { GUEST_COOKIE } from '../guest-cookie.ts'
import { modelResource } from '../models/resource.schema.ts'
import { router } from '../router.ts'
import { runResource } from '../runs/resource.schema.ts'
import { errorSchema, problemSchema } from './error.schema.ts'
import { errorExamples } from './error-examples.ts'
import { routesBesideTheRouter } from './paths.ts'

const DESCRIPTION = [
  'Several language models answer side by side, review one another anonymously, and a chairman writes the answer.',
  'Every error has one body, with a code of the closed table under `components.examples`; ask for',
  '`application/problem+json` to get RFC 9457. Times are RFC 3339 in UTC, money is decimal USD in strings,',
  'and null means unknown, never zero. Every answer carries `x-request-id`.',
].join(' ')

/** The OpenAPI 3.1 document of the whole API, from the same schemas that parse requests and check answers. */
export async function describeApi(version: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(router, {
    info: { title: 'LLM Council', version, description: DESCRIPTION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/api/v1' }],
    commonSchemas: {
      Run: { schema: runResource, strategy: 'output' },
      Conversation: { schema: conversationResource, strategy: 'output' },
      ConversationSummary: { schema: conversationSummaryResource, strategy: 'output' },
      Model: { schema: modelResource, strategy: 'output' },
      Council: { schema: councilResource, strategy: 'output' },
      Error: { schema: errorSchema, strategy: 'output' },
      Problem: { schema: problemSchema, strategy: 'output' },
    },
  })
  return {
    ...document,
    paths: { ...document.paths, ...routesBesideTheRouter() },
    components: {
      ...document.components,
      examples: errorExamples(),
      headers: { RequestId: { description: 'Id of this request, as in our log.', schema: { type: 'string' } } },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: "The installation's `API_TOKEN`." },
        guest: {
          type: 'apiKey',
          in: 'cookie',
          name: GUEST_COOKIE,
          description: 'The signed cookie of a browser that has asked its first question.',
        },
      },
    },
  }
}
