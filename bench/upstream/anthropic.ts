import {
  type About,
  bearerOf,
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

/** Anthropic's messages: blocks that open and close inside a message, and pings. */
export const anthropicWire: Wire = {
  name: 'anthropic',
  route: 'POST /v1/messages',
  isOpen: false,
  contentType: 'text/event-stream; charset=utf-8',
  comment: sse({ type: 'ping' }, 'ping'),
  key: (headers) => {
    const key = headers['x-api-key']
    return typeof key === 'string' ? key : bearerOf(headers)
  },
  read: ({ raw, headers }) => (headers['anthropic-version'] === undefined ? null : readMessages(raw)),
  headers: limitHeaders,
  frames: messageFrames,
  whole: wholeMessage,
  problem: anthropicProblem,
}

/** A limit on tokens is required, as Anthropic requires it. */
function readMessages(raw: string): WireRequest | null {
  const body = parseObject(raw)
  if (typeof body?.model !== 'string' || !Array.isArray(body.messages)) return null
  if (typeof body.max_tokens !== 'number') return null
  const messages = body.messages as { content: unknown }[]
  const format = objectOf(objectOf(body.output_config)?.format) ?? objectOf(body.output_format)
  const tool = forcedTool(body)
  const system = textIn(body.system)
  const texts = messages.map(({ content }) => textIn(content))
  return requestOf(raw, {
    model: body.model,
    stream: body.stream === true,
    structured: format !== null || tool !== null,
    schema: format?.schema ?? tool?.input_schema ?? null,
    tool: typeof tool?.name === 'string' ? tool.name : null,
    texts: system ? [system, ...texts] : texts,
  })
}

/** The tool that must be called, by name or because it is the only one. */
function forcedTool(body: Record<string, unknown>): Record<string, unknown> | null {
  const choice = objectOf(body.tool_choice)
  const tools = Array.isArray(body.tools) ? body.tools.map(objectOf) : []
  if (choice?.type === 'any') return tools[0] ?? null
  return choice?.type === 'tool' ? (tools.find((tool) => tool?.name === choice.name) ?? null) : null
}

const STOPS: Record<End, string> = {
  stop: 'end_turn',
  length: 'max_tokens',
  filtered: 'refusal',
  refused: 'refusal',
  null: 'end_turn',
}

type Block = 'thinking' | 'text' | 'tool'

function messageFrames(exchange: Exchange): Frames {
  const { entry, request } = exchange
  const send = (type: string, fields: Record<string, unknown> = {}) => sse({ type, ...fields }, type)
  let index = -1
  let open: Block | null = null
  const close = () => {
    if (!open) return ''
    const signed = open === 'thinking' ? delta({ type: 'signature_delta', signature: 'c2lnbmVk' }) : ''
    open = null
    return signed + send('content_block_stop', { index })
  }
  const delta = (fields: Record<string, unknown>) => send('content_block_delta', { index, delta: fields })
  const inside = (block: Block) => {
    if (open === block) return ''
    const closed = close()
    open = block
    index += 1
    return closed + send('content_block_start', { index, content_block: blockStart(block, exchange) })
  }
  return {
    open: () => send('message_start', { message: { ...envelope(exchange), content: [], usage: inputUsage(exchange) } }),
    reasoning: (thinking) => inside('thinking') + delta({ type: 'thinking_delta', thinking }),
    text: (text) =>
      request.tool === null
        ? inside('text') + delta({ type: 'text_delta', text })
        : inside('tool') + delta({ type: 'input_json_delta', partial_json: text }),
    end(end) {
      const isEmpty = entry.tokens === 0 && end !== 'null' && end !== 'refused'
      const stop = { stop_reason: stopOf(request, end), stop_sequence: null }
      const blocks = `${isEmpty ? inside('text') : ''}${close()}`
      return blocks + send('message_delta', { delta: stop, usage: outputUsage(exchange) }) + send('message_stop')
    },
    error: () => send('error', { error: { type: 'overloaded_error', message: 'Overloaded' } }),
    garbage: () => 'event: content_block_delta\ndata: {"type":"content_block_de\n\n',
    unfinished: () => '',
  }
}

function blockStart(block: Block, { entry, request }: Exchange): Record<string, unknown> {
  if (block === 'thinking') return { type: 'thinking', thinking: '', signature: '' }
  if (block === 'text') return { type: 'text', text: '' }
  return { type: 'tool_use', id: `toolu_${entry.id}`, name: request.tool, input: {} }
}

function stopOf(request: WireRequest, end: End): string {
  return end === 'stop' && request.tool !== null ? 'tool_use' : STOPS[end]
}

function wholeMessage(exchange: Exchange, { content, end }: { content: string; end: End }) {
  const { entry, request, physics } = exchange
  const thinking = Array.from({ length: physics.reasoning }, (_, i) => `r${i + 1} `).join('')
  const thought = { type: 'thinking', thinking, signature: 'c2lnbmVk' }
  const said =
    request.tool === null
      ? { type: 'text', text: content }
      : { type: 'tool_use', id: `toolu_${entry.id}`, name: request.tool, input: parseObject(content) ?? {} }
  const isSilent = end === 'null' || end === 'refused'
  return {
    ...envelope(exchange),
    content: [...(thinking ? [thought] : []), ...(isSilent ? [] : [said])],
    stop_reason: stopOf(request, end),
    usage: { ...inputUsage(exchange), ...outputUsage(exchange) },
  }
}

function envelope({ entry }: Exchange) {
  const base = { id: `msg_${entry.id}`, type: 'message', role: 'assistant', model: entry.model }
  return { ...base, stop_reason: null, stop_sequence: null }
}

/** Unlike the others Anthropic counts what came from the cache beside the input, not inside it. */
function inputUsage(exchange: Exchange) {
  const { input, cached } = tokensOf(exchange)
  const fresh = { input_tokens: input - cached, output_tokens: 0 }
  return { ...fresh, cache_read_input_tokens: cached, cache_creation_input_tokens: 0 }
}

function outputUsage(exchange: Exchange) {
  const { text, reasoning } = tokensOf(exchange)
  return { output_tokens: text + reasoning, output_tokens_details: { thinking_tokens: reasoning } }
}

const LIMITS = { requests: 4_000, 'input-tokens': 2_000_000, 'output-tokens': 400_000, tokens: 2_400_000 }

function limitHeaders(exchange: Exchange): Record<string, string> {
  const { entry, physics } = exchange
  const id = { 'request-id': `req_${entry.id}` }
  if (physics.limits === 0) return id
  const reset = new Date(Math.ceil(entry.t0 / 1000) * 1000 + 60_000).toISOString().replace('.000Z', 'Z')
  const used = { requests: 1, 'input-tokens': tokensOf(exchange).input, 'output-tokens': 0, tokens: 0 }
  const rows = Object.entries(LIMITS).flatMap(([name, limit]) => {
    const left = physics.fault === '429' ? 0 : limit - (used[name as keyof typeof used] ?? 0)
    const prefix = `anthropic-ratelimit-${name}`
    return [
      [`${prefix}-limit`, String(limit)],
      [`${prefix}-remaining`, String(left)],
      [`${prefix}-reset`, reset],
    ]
  })
  return { ...id, ...Object.fromEntries(rows) }
}

type Words = (about: About) => { type: string; message: string }

const PROBLEMS: Record<Problem, Words> = {
  400: () => ({ type: 'invalid_request_error', message: 'messages: at least one message is required' }),
  401: wrongKey,
  402: () => ({ type: 'billing_error', message: 'Your credit balance is too low to access the API.' }),
  403: () => ({ type: 'permission_error', message: 'Your API key does not have permission to use this resource.' }),
  404: ({ model }) => ({ type: 'not_found_error', message: `model: ${model}` }),
  408: () => ({ type: 'timeout_error', message: 'Request timed out.' }),
  413: () => ({ type: 'request_too_large', message: 'Request exceeds the maximum size.' }),
  429: () => ({ type: 'rate_limit_error', message: "This request would exceed your organization's rate limit." }),
  500: () => ({ type: 'api_error', message: 'Internal server error' }),
  502: () => ({ type: 'api_error', message: 'Bad gateway' }),
  503: () => ({ type: 'api_error', message: 'Service unavailable' }),
  529: () => ({ type: 'overloaded_error', message: 'Overloaded' }),
  context: () => ({ type: 'invalid_request_error', message: 'prompt is too long: 209317 tokens > 200000 maximum' }),
  'no-schema': ({ model }) => ({
    type: 'invalid_request_error',
    message: `output_config.format: '${model}' does not support output format.`,
  }),
  'wrong-key': wrongKey,
  'no-key': () => ({ type: 'authentication_error', message: 'x-api-key header is required' }),
  unreadable: () => ({
    type: 'invalid_request_error',
    message: 'anthropic-version, model, max_tokens: Field required',
  }),
  'error-in-200': () => ({ type: 'overloaded_error', message: 'Overloaded' }),
}

function wrongKey({ key }: About) {
  return { type: 'authentication_error', message: `invalid x-api-key: ${key ?? 'none'}` }
}

function anthropicProblem(problem: Problem, about: About) {
  return { status: statusOf(problem), body: { type: 'error', error: PROBLEMS[problem](about), request_id: 'req_0' } }
}
