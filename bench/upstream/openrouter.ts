import { chatFrames, readChat, wholeChat } from './chat.ts'
import { type About, bearerOf, type Exchange, type Frames, type Problem, sse, statusOf, type Wire } from './wire.ts'

const COMMENT = ': OPENROUTER PROCESSING\n\n'

/** OpenRouter: chat completions with comments while it waits, the cost in the usage, and whose model failed in the error. */
export const openRouterWire: Wire = {
  name: 'openrouter',
  route: 'POST /api/v1/chat/completions',
  isOpen: false,
  contentType: 'text/event-stream',
  comment: COMMENT,
  key: bearerOf,
  read({ raw }) {
    const request = readChat(raw)
    // It tells usage and cost whether asked or not.
    return request && { ...request, includeUsage: true, includeCost: true }
  },
  headers: limitHeaders,
  frames: routerFrames,
  whole: (exchange, answer) => ({ provider: 'Fake', ...wholeChat(exchange, answer) }),
  problem: routerProblem,
}

function routerFrames(exchange: Exchange): Frames {
  const { entry } = exchange
  const base = { id: `gen-${entry.id}`, provider: 'Fake', object: 'chat.completion.chunk', model: entry.model }
  const frames = chatFrames(exchange, { provider: 'Fake' })
  return {
    ...frames,
    open: () => COMMENT,
    error() {
      const delta = { role: 'assistant', content: '' }
      const choices = [{ index: 0, delta, finish_reason: 'error', native_finish_reason: 'error' }]
      return `${sse({ ...base, error: providerError(502), choices })}data: [DONE]\n\n`
    },
  }
}

function providerError(code: number, raw = 'The upstream had an error.') {
  return { code, message: 'Provider returned error', metadata: { provider_name: 'Fake', raw } }
}

const LIMIT = 1_000

function limitHeaders({ entry, physics }: Exchange): Record<string, string> {
  if (physics.limits === 0) return {}
  return {
    'x-ratelimit-limit': String(LIMIT),
    'x-ratelimit-remaining': String(physics.fault === '429' ? 0 : LIMIT - 1),
    // Milliseconds since 1970.
    'x-ratelimit-reset': String(Math.ceil(entry.t0 / 1000) * 1000 + 60_000),
  }
}

type RouterError = { code: number; message: string; metadata?: Record<string, unknown> }

const MESSAGES: Partial<Record<Problem, string>> = {
  400: 'Bad request.',
  402: 'This request requires more credits. Visit https://router.example/credits and add more.',
  403: 'Your key is not allowed to do this.',
  408: 'Your request timed out.',
  413: 'Request too large.',
  500: 'Internal Server Error',
  'no-key': 'No auth credentials found',
  unreadable: 'Input required: specify "messages"',
  context: "This endpoint's maximum context length is 8192 tokens. However, you requested about 9000 tokens.",
}

function routerProblem(problem: Problem, { model, key }: About): { status: number; body: unknown } {
  const status = statusOf(problem)
  return { status, body: { error: errorOf(problem, status, { model, key }), user_id: 'user_fake' } }
}

function errorOf(problem: Problem, code: number, { model, key }: Pick<About, 'model' | 'key'>): RouterError {
  if (problem === 'wrong-key' || problem === '401') return { code, message: `User not found: ${key ?? 'none'}.` }
  if (problem === '404') return { code, message: `No endpoints found for ${model}.` }
  if (problem === '429')
    return providerError(code, `${model} is temporarily rate-limited upstream. Please retry shortly.`)
  if (problem === 'no-schema') {
    return providerError(code, "'response_format' of type 'json_schema' is not supported by this model.")
  }
  const message = MESSAGES[problem]
  return message === undefined ? providerError(code) : { code, message }
}
