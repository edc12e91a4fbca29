import {
  type About,
  type End,
  type Exchange,
  type Frames,
  objectOf,
  type Problem,
  parseObject,
  requestOf,
  sse,
  statusOf,
  textIn,
  tokensOf,
  type Wire,
  type WireRequest,
} from './wire.ts'

const PATH = /^POST \/v1beta\/(?:models\/)?(.+):(streamGenerateContent|generateContent)$/

/** Google's Gemini: the model in the path, no headers of limits, and errors with the status inside. */
export const geminiWire: Wire = {
  name: 'gemini',
  route: PATH,
  isOpen: false,
  contentType: 'text/event-stream',
  comment: ': keep-alive\n\n',
  key: (headers, url) => {
    const key = headers['x-goog-api-key']
    return typeof key === 'string' ? key : url.searchParams.get('key')
  },
  read: ({ raw, url }) => readGenerate(raw, url),
  headers: () => ({ 'server-timing': 'gfet4t7; dur=1' }),
  frames: generateFrames,
  whole: (exchange, { content, end }) => chunk(exchange, { parts: partsOf(exchange, content, end), end }),
  problem: googleProblem,
}

/** Only server-sent events are streamed: without `alt=sse` Google answers with one long JSON array. */
function readGenerate(raw: string, url: URL): WireRequest | null {
  const [, name = '', method] = PATH.exec(`POST ${url.pathname}`) ?? []
  const body = parseObject(raw)
  const contents = body?.contents
  const isStream = method === 'streamGenerateContent'
  if (!Array.isArray(contents) || (isStream && url.searchParams.get('alt') !== 'sse')) return null
  const config = objectOf(body?.generationConfig)
  const system = textIn(objectOf(body?.systemInstruction)?.parts)
  const texts = contents.map((content: unknown) => textIn(objectOf(content)?.parts))
  return requestOf(raw, {
    model: decodeURIComponent(name),
    stream: isStream,
    structured: config?.responseMimeType === 'application/json',
    schema: config?.responseJsonSchema ?? config?.responseSchema ?? null,
    texts: system ? [system, ...texts] : texts,
  })
}

const FINISHES: Record<End, string> = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  filtered: 'SAFETY',
  refused: 'SAFETY',
  null: 'STOP',
}

type Part = { text: string; thought?: true }

function generateFrames(exchange: Exchange): Frames {
  const send = (parts: Part[] | null, end: End | null = null) => sse(chunk(exchange, { parts, end }))
  return {
    open: () => '',
    reasoning: (text) => send([{ text, thought: true }]),
    text: (text) => send([{ text }]),
    end: (end) => send(end === 'null' || end === 'refused' ? null : [{ text: '' }], end),
    error: () => sse({ error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } }),
    garbage: () => 'data: {"candidates": [{"content": {"par\n\n',
    unfinished: () => '',
  }
}

/** A chunk and a whole answer are one shape. A prompt that is refused has no candidate, only the reason. */
function chunk(exchange: Exchange, { parts, end }: { parts: Part[] | null; end: End | null }) {
  const { entry } = exchange
  const base = { usageMetadata: usage(exchange), modelVersion: entry.model, responseId: `g${entry.id}` }
  if (end === 'refused') return { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, ...base }
  const content = parts && { content: { parts, role: 'model' } }
  const finish = end && { finishReason: FINISHES[end] }
  return { candidates: [{ ...content, ...finish, index: 0 }], ...base }
}

function partsOf({ physics }: Exchange, content: string, end: End): Part[] | null {
  if (end === 'null' || end === 'refused') return null
  const text = Array.from({ length: physics.reasoning }, (_, i) => `r${i + 1} `).join('')
  return text ? [{ text, thought: true }, { text: content }] : [{ text: content }]
}

/** Every chunk says how far it is; thoughts are counted beside the candidates. */
function usage(exchange: Exchange) {
  const { input, cached, text, reasoning } = tokensOf(exchange)
  return {
    promptTokenCount: input,
    cachedContentTokenCount: cached,
    candidatesTokenCount: text,
    thoughtsTokenCount: reasoning,
    totalTokenCount: input + text + reasoning,
  }
}

type Words = { status: string; message: string; details?: unknown[]; code?: number }

const PROBLEMS: Record<Problem, (about: About) => Words> = {
  400: () => ({ status: 'INVALID_ARGUMENT', message: 'Request contains an invalid argument.' }),
  401: ({ key }) => ({
    status: 'UNAUTHENTICATED',
    message: `Request had invalid authentication credentials: ${key ?? 'none'}.`,
  }),
  402: () => ({ status: 'FAILED_PRECONDITION', message: 'Billing is not enabled for this project.' }),
  403: ({ key }) => ({
    status: 'PERMISSION_DENIED',
    message: 'The caller does not have permission.',
    details: [errorInfo('SERVICE_DISABLED', key)],
  }),
  404: ({ model }) => ({
    status: 'NOT_FOUND',
    message: `models/${model} is not found for API version v1beta, or is not supported for generateContent.`,
  }),
  408: () => ({ status: 'DEADLINE_EXCEEDED', message: 'Deadline expired before operation could complete.' }),
  413: () => ({ status: 'INVALID_ARGUMENT', message: 'Request payload size exceeds the limit: 20971520 bytes.' }),
  429: ({ retryAfter }) => ({
    status: 'RESOURCE_EXHAUSTED',
    message: 'Resource has been exhausted (e.g. check quota).',
    details: retryInfo(retryAfter),
  }),
  500: () => ({ status: 'INTERNAL', message: 'An internal error has occurred.' }),
  502: () => ({ status: 'UNAVAILABLE', message: 'Bad gateway.' }),
  503: ({ retryAfter }) => ({
    status: 'UNAVAILABLE',
    message: 'The model is overloaded. Please try again later.',
    details: retryInfo(retryAfter),
  }),
  529: () => ({ status: 'UNAVAILABLE', message: 'The service is overloaded.' }),
  context: () => ({
    status: 'INVALID_ARGUMENT',
    message: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
  }),
  'no-schema': ({ model }) => ({ status: 'INVALID_ARGUMENT', message: `JSON mode is not enabled for models/${model}` }),
  'wrong-key': wrongKey,
  'no-key': () => ({
    status: 'PERMISSION_DENIED',
    message: "Method doesn't allow unregistered callers (callers without established identity).",
    code: 403,
  }),
  unreadable: () => ({
    status: 'INVALID_ARGUMENT',
    message: '* GenerateContentRequest.contents: contents is not specified',
  }),
  'error-in-200': () => ({ status: 'UNAVAILABLE', message: 'The model is overloaded.', code: 503 }),
}

/** Google answers a key it does not know with 400, not 401. */
function wrongKey({ key }: About): Words {
  const message = 'API key not valid. Please pass a valid API key.'
  return { status: 'INVALID_ARGUMENT', message, code: 400, details: [errorInfo('API_KEY_INVALID', key)] }
}

function errorInfo(reason: string, key: string | null) {
  const metadata = { service: 'generativelanguage.googleapis.com', consumer: `api_key:${key ?? 'none'}` }
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com', metadata }
}

/** When to come back, where the script says so as a duration: Google has no header and no date for it. */
function retryInfo(retryAfter: string | null): unknown[] | undefined {
  const [, amount, unit] = /^([\d.]+)(ms)?$/.exec(retryAfter ?? '') ?? []
  if (amount === undefined) return undefined
  const retryDelay = `${unit === 'ms' ? Number(amount) / 1000 : amount}s`
  return [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay }]
}

function googleProblem(problem: Problem, about: About) {
  const { code = statusOf(problem), ...words } = PROBLEMS[problem](about)
  return { status: code, body: { error: { code, ...words } } }
}
