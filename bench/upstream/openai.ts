import { type About, type Exchange, type Problem, statusOf, tokensOf } from './wire.ts'

type Words = { type: string; code: string | null; message: string }

/** What OpenAI says to each problem, in all of its APIs. */
const PROBLEMS: Record<Problem, (about: About) => Words> = {
  400: () => ({ type: 'invalid_request_error', code: null, message: 'Bad request.' }),
  401: wrongKey,
  402: () => ({ type: 'billing_error', code: null, message: 'Insufficient credits.' }),
  403: () => ({ type: 'permission_error', code: null, message: 'Your key is not allowed to do this.' }),
  404: ({ model }) => ({
    type: 'invalid_request_error',
    code: 'model_not_found',
    message: `The model \`${model}\` does not exist or you do not have access to it.`,
  }),
  408: () => ({ type: 'timeout', code: null, message: 'Timed out.' }),
  413: () => ({ type: 'invalid_request_error', code: null, message: 'Request too large.' }),
  429: () => ({ type: 'requests', code: 'rate_limit_exceeded', message: 'Rate limit reached for requests.' }),
  500: () => ({ type: 'server_error', code: null, message: 'The server had an error.' }),
  502: () => ({ type: 'server_error', code: null, message: 'Bad gateway.' }),
  503: () => ({ type: 'server_error', code: null, message: 'The engine is currently overloaded.' }),
  529: () => ({ type: 'server_error', code: null, message: 'Site is overloaded.' }),
  context: () => ({
    type: 'invalid_request_error',
    code: 'context_length_exceeded',
    message: "This model's maximum context length is 8192 tokens.",
  }),
  'no-schema': () => ({
    type: 'invalid_request_error',
    code: null,
    message: "'response_format' of type 'json_schema' is not supported by this model.",
  }),
  'wrong-key': wrongKey,
  'no-key': () => ({
    type: 'invalid_request_error',
    code: null,
    message: "You didn't provide an API key. You need to provide your API key in an Authorization header.",
  }),
  unreadable: () => ({ type: 'invalid_request_error', code: null, message: 'Not a request of this API.' }),
  'error-in-200': () => ({ type: 'server_error', code: 'server_error', message: 'The server had an error.' }),
}

function wrongKey({ key }: About): Words {
  const message = `Incorrect API key provided: ${key ?? 'none'}. You can find your API key at https://platform.example.`
  return { type: 'invalid_request_error', code: 'invalid_api_key', message }
}

export function openAiProblem(problem: Problem, about: About): { status: number; body: { error: Words } } {
  return { status: statusOf(problem), body: { error: { ...PROBLEMS[problem](about), ...{ param: null } } } }
}

const LIMITS = { requests: 10_000, tokens: 2_000_000 }

/** `x-ratelimit-*`: how much is left, and when it is whole again in OpenAI's own way of writing durations. */
export function openAiHeaders(exchange: Exchange): Record<string, string> {
  const { entry, physics } = exchange
  const id = { 'x-request-id': `req_${entry.id}` }
  if (physics.limits === 0) return id
  const isLimited = physics.fault === '429'
  return {
    ...id,
    'x-ratelimit-limit-requests': String(LIMITS.requests),
    'x-ratelimit-limit-tokens': String(LIMITS.tokens),
    'x-ratelimit-remaining-requests': String(isLimited ? 0 : LIMITS.requests - 1),
    'x-ratelimit-remaining-tokens': String(LIMITS.tokens - tokensOf(exchange).input),
    'x-ratelimit-reset-requests': isLimited ? '1m30s' : '6ms',
    'x-ratelimit-reset-tokens': '1.5s',
  }
}
