import {
  type About,
  bearerOf,
  type End,
  type Exchange,
  type Frames,
  type Problem,
  parseObject,
  requestOf,
  statusOf,
  textIn,
  tokensOf,
  type Wire,
  type WireRequest,
} from './wire.ts'

/** Ollama's own chat: a line of JSON for every token, no key, and errors that are a sentence. */
export const ollamaWire: Wire = {
  name: 'ollama',
  route: 'POST /api/chat',
  isOpen: true,
  contentType: 'application/x-ndjson',
  comment: '',
  key: bearerOf,
  read: ({ raw }) => readOllama(raw),
  headers: () => ({}),
  frames: lines,
  whole: (exchange, { content, end }) => {
    const thinking = Array.from({ length: exchange.physics.reasoning }, (_, i) => `r${i + 1} `).join('')
    const message = { role: 'assistant', content, ...(thinking && { thinking }) }
    return { ...base(exchange), message, ...closing(exchange, end) }
  },
  problem: ollamaProblem,
}

/** Streams unless told not to. */
function readOllama(raw: string): WireRequest | null {
  const body = parseObject(raw)
  if (typeof body?.model !== 'string' || !Array.isArray(body.messages)) return null
  const messages = body.messages as { content: unknown }[]
  const format = body.format ?? null
  return requestOf(raw, {
    model: body.model,
    stream: body.stream !== false,
    structured: format !== null && format !== '',
    schema: typeof format === 'object' ? format : null,
    texts: messages.map(({ content }) => textIn(content)),
  })
}

function lines(exchange: Exchange): Frames {
  const line = (fields: Record<string, unknown>) => `${JSON.stringify({ ...base(exchange), ...fields })}\n`
  const say = (message: Record<string, string>) => line({ message: { role: 'assistant', ...message }, done: false })
  return {
    open: () => '',
    reasoning: (thinking) => say({ content: '', thinking }),
    text: (content) => say({ content }),
    // A model of Ollama has no way to decline but words: what others mark is an empty answer here.
    end: (end) => line({ message: { role: 'assistant', content: '' }, ...closing(exchange, end) }),
    error: () => `${JSON.stringify({ error: 'an error was encountered while running the model: unexpected EOF' })}\n`,
    garbage: () => '{"message":{"role":"assis\n%PDF-1.7 \u0001\n',
    unfinished: () => '',
  }
}

function base({ entry }: Exchange) {
  return { model: entry.model, created_at: new Date(entry.t0).toISOString() }
}

/** Counts without telling what was cached or thought; durations in nanoseconds. */
function closing(exchange: Exchange, end: End) {
  const { input, text, reasoning } = tokensOf(exchange)
  return {
    ...{ done: true, done_reason: end === 'length' ? 'length' : 'stop' },
    ...{
      total_duration: 5_000_000,
      load_duration: 1_000_000,
      prompt_eval_count: input,
      prompt_eval_duration: 1_000_000,
    },
    ...{ eval_count: text + reasoning, eval_duration: 3_000_000 },
  }
}

const SENTENCES: Record<Problem, (about: About) => string> = {
  400: () => 'invalid options',
  401: ({ key }) => `unauthorized: ${key ?? 'none'}`,
  402: () => 'you have reached your usage limit',
  403: () => 'this model requires a subscription',
  404: ({ model }) => `model '${model}' not found`,
  408: () => 'timed out waiting for llama runner to start',
  413: () => 'request body too large',
  429: () => 'too many concurrent requests',
  500: () => 'llama runner process has terminated: signal: killed',
  502: () => 'bad gateway',
  503: () => 'server busy, please try again. maximum pending requests exceeded',
  529: () => 'server overloaded',
  context: () => 'the input length exceeds the context length',
  'no-schema': () => 'invalid format: this model does not support structured outputs',
  'wrong-key': ({ key }) => `unauthorized: ${key ?? 'none'}`,
  'no-key': () => 'unauthorized',
  unreadable: () => 'model is required',
  'error-in-200': () => 'an error was encountered while running the model: unexpected EOF',
}

export function ollamaProblem(problem: Problem, about: About): { status: number; body: unknown } {
  return { status: statusOf(problem), body: { error: SENTENCES[problem](about) } }
}
