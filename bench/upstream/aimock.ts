import { type ChatCompletionRequest, type Fixture, type FixtureResponse, LLMock } from '@copilotkit/aimock'
import { ballotOf, labelsWanted } from './ballot.ts'
import { type Physics, physicsOf } from './physics.ts'
import { textIn } from './wire.ts'
import { wordsOf } from './words.ts'

/** What somebody else's fake plays for us: three clouds whose wires are built by it and not by us. */
export type Aimock = {
  /** Base URLs as each SDK package wants them; `azureDated` is the API before v1, with deployments in the path. */
  urls: { azure: string; azureDated: string; vertex: string; bedrock: string }
  /** Requests whose texts hold `[tag:x]`, oldest first: path, headers and the status of the answer. */
  requests(tag: string): { path: string; headers: Record<string, string>; status: number | null }[]
  close(): Promise<void>
}

/** Faults that it can play. A fault that needs the middle of a stream is a cut. */
export const AIMOCK_FAULTS = [
  ...['400', '401', '402', '403', '404', '408', '413', '429', '500', '502', '503', '529'],
  ...['context', 'cut', 'malformed-200', 'empty', 'length'],
] as const

/**
 * Starts aimock on a free port of 127.0.0.1. Its paths split at a colon, so physics stand behind a tilde in the name of the
 * model: `m~n=30,fault=429`.
 */
export async function startAimock(): Promise<Aimock> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1', logLevel: 'silent', chunkSize: 4 })
  mock.addFixtures(fixtures())
  const url = await mock.start()
  return {
    urls: {
      azure: `${url}/v1`,
      azureDated: `${url}/openai`,
      vertex: `${url}/v1/projects/fake/locations/here/publishers/google`,
      bedrock: url,
    },
    requests: (tag) =>
      mock.getRequests().flatMap(({ path, headers, body, response }) => {
        if (!JSON.stringify(body).includes(`[tag:${tag}]`)) return []
        return [{ path, headers, status: response?.status ?? null }]
      }),
    close: () => mock.stop(),
  }
}

/** Faults of the transfer belong to a fixture; what is said is made for each request. */
function fixtures(): Fixture[] {
  const when = (fault: Physics['fault'], options: Partial<Fixture>): Fixture => ({
    ...{ match: { predicate: (request) => scriptOf(request).fault === fault }, response: answer },
    ...options,
  })
  return [
    when('cut', { truncateAfterChunks: 6, latency: 5 }),
    when('malformed-200', { chaos: { malformedRate: 1 } }),
    { match: {}, response: answer },
  ]
}

function scriptOf({ model }: ChatCompletionRequest): Physics {
  return physicsOf(nameOf(model))
}

function nameOf(model: string): string {
  return decodeURIComponent(model).replace('~', ':')
}

const MESSAGES: Record<string, string> = {
  401: 'Access denied due to invalid subscription key.',
  404: 'The model does not exist.',
  413: 'Request too large.',
  context: 'Input is too long: the prompt exceeds the context window of this model.',
}

const STATUSES: Record<string, number> = { context: 400 }

function answer(request: ChatCompletionRequest): FixtureResponse {
  const physics = scriptOf(request)
  const { fault, retryAfter } = physics
  const status = fault === null ? Number.NaN : (STATUSES[fault] ?? Number(fault))
  if (fault !== null && !Number.isNaN(status)) {
    const error = { message: MESSAGES[fault] ?? `Failed with ${status}.`, type: 'fake_error' }
    return { error, status, ...(retryAfter !== null && { retryAfter: Number(retryAfter) }) }
  }
  const content = contentOf(request, physics)
  const usage = { input_tokens: Math.ceil(textOf(request).length / 4), output_tokens: physics.n + physics.reasoning }
  const reasoning = Array.from({ length: physics.reasoning }, (_, i) => `r${i + 1} `).join('')
  const extra = { usage, ...(reasoning && { reasoning }), ...(fault === 'length' && { finishReason: 'length' }) }
  const tool = request.tools?.[0]
  if (tool) return { toolCalls: [{ name: tool.function.name, arguments: content }], ...extra }
  return { content, ...extra }
}

function contentOf(request: ChatCompletionRequest, { fault, n, at }: Physics): string {
  if (fault === 'empty') return ''
  const schema = request.tools?.[0]?.function.parameters ?? request.response_format
  const labels = labelsWanted(schema, textOf(request))
  return labels ? ballotOf(labels, n, 0) : wordsOf(nameOf(request.model), fault === 'length' ? at : n)
}

function textOf({ messages }: ChatCompletionRequest): string {
  return messages.map(({ content }) => textIn(content)).join('\n')
}
