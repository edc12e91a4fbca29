import { openAiHeaders, openAiProblem } from './openai.ts'
import {
  bearerOrAzure,
  type End,
  type Exchange,
  type Frames,
  objectOf,
  parseObject,
  requestOf,
  sse,
  textIn,
  tokensOf,
  type Wire,
  type WireRequest,
} from './wire.ts'

/** OpenAI's responses: named events with numbers, and no `[DONE]`. */
export const responsesWire: Wire = {
  name: 'responses',
  route: 'POST /v1/responses',
  isOpen: false,
  contentType: 'text/event-stream; charset=utf-8',
  comment: ': keep-alive\n\n',
  key: bearerOrAzure,
  read: ({ raw }) => readResponses(raw),
  headers: openAiHeaders,
  frames: responsesFrames,
  whole: wholeResponse,
  problem(problem, about) {
    const { status, body } = openAiProblem(problem, about)
    const message = WORDS[problem] ?? body.error.message
    return { status, body: { error: { ...body.error, message } } }
  },
}

/** Where this API speaks of its own fields. */
const WORDS: Record<string, string> = {
  context: 'Your input exceeds the context window of this model. Please adjust your input and try again.',
  'no-schema': "Invalid parameter: 'text.format' of type 'json_schema' is not supported with this model.",
}

const REFUSAL = 'I cannot help with that.'

function readResponses(raw: string): WireRequest | null {
  const body = parseObject(raw)
  if (typeof body?.model !== 'string') return null
  const input = typeof body.input === 'string' ? [body.input] : body.input
  if (!Array.isArray(input)) return null
  const format = objectOf(objectOf(body.text)?.format)
  const texts = input.map((item: unknown) => textIn(objectOf(item)?.content ?? item))
  return requestOf(raw, {
    model: body.model,
    stream: body.stream === true,
    structured: format !== null && format.type !== 'text',
    schema: format?.schema ?? null,
    texts: typeof body.instructions === 'string' ? [body.instructions, ...texts] : texts,
  })
}

type Send = (type: string, fields: Record<string, unknown>) => string

/** Numbers the events of one stream and gives them their name twice, as OpenAI does. */
function numbered(): Send {
  let sequence = 0
  return (type, fields) => sse({ type, sequence_number: sequence++, ...fields }, type)
}

function responsesFrames(exchange: Exchange): Frames {
  const send = numbered()
  const thought = thoughtOf(exchange, send)
  const message = messageOf(exchange, send)
  return {
    open: () =>
      ['response.created', 'response.in_progress']
        .map((type) => send(type, { response: { ...envelope(exchange, 'in_progress'), output: [] } }))
        .join(''),
    reasoning: thought.say,
    text: (delta) => thought.close() + message.say(delta, thought.count()),
    end(end) {
      const closed = thought.close() + message.close(end, thought.count())
      const type = isCut(end) ? 'response.incomplete' : 'response.completed'
      return closed + send(type, { response: finished(exchange, [...thought.output(), ...message.output()], end) })
    },
    error: () => send('error', { code: 'server_error', message: 'The server had an error.', param: null }),
    garbage: () => 'event: response.output_text.delta\ndata: {"type":"response.output_text.de\n\n',
    unfinished: () => '',
  }
}

/** The reasoning item, which comes first where there is one. */
function thoughtOf({ entry }: Exchange, send: Send) {
  const at = { item_id: `rs_${entry.id}`, output_index: 0, summary_index: 0 }
  let said = ''
  let isOpen = false
  const item = () => ({
    ...{ id: at.item_id, type: 'reasoning' },
    summary: said && !isOpen ? [{ type: 'summary_text', text: said }] : [],
  })
  return {
    count: () => (said ? 1 : 0),
    output: () => (said ? [item()] : []),
    say(delta: string): string {
      const part = { type: 'summary_text', text: '' }
      const opened = isOpen
        ? ''
        : send('response.output_item.added', { output_index: 0, item: item() }) +
          send('response.reasoning_summary_part.added', { ...at, part })
      isOpen = true
      said += delta
      return opened + send('response.reasoning_summary_text.delta', { ...at, delta })
    },
    close(): string {
      if (!isOpen) return ''
      isOpen = false
      const part = { type: 'summary_text', text: said }
      return (
        send('response.reasoning_summary_text.done', { ...at, text: said }) +
        send('response.reasoning_summary_part.done', { ...at, part }) +
        send('response.output_item.done', { output_index: 0, item: item() })
      )
    },
  }
}

/** The message item. A refusal is a part of its own kind; an answer without content has no part at all. */
function messageOf({ entry }: Exchange, send: Send) {
  const id = `msg_${entry.id}`
  let said = ''
  let content: unknown[] = []
  let isOpen = false
  const item = (status: string) => ({ id, type: 'message', role: 'assistant', status, content })
  const open = (index: number) => {
    isOpen = true
    return send('response.output_item.added', { output_index: index, item: item('in_progress') })
  }
  const at = (index: number) => ({ item_id: id, output_index: index, content_index: 0 })
  const openPart = (index: number, part: unknown) =>
    open(index) + send('response.content_part.added', { ...at(index), part })
  return {
    output: () => [item('completed')],
    say(delta: string, index: number): string {
      const opened = isOpen ? '' : openPart(index, textPart(''))
      said += delta
      return opened + send('response.output_text.delta', { ...at(index), logprobs: [], delta })
    },
    close(end: End, index: number): string {
      content = contentOf(said, end)
      const done = () => send('response.output_item.done', { output_index: index, item: item('completed') })
      if (end === 'null') return open(index) + done()
      const opened = isOpen ? '' : openPart(index, end === 'refused' ? { type: 'refusal', refusal: '' } : textPart(''))
      const last =
        end === 'refused'
          ? send('response.refusal.delta', { ...at(index), delta: REFUSAL }) +
            send('response.refusal.done', { ...at(index), refusal: REFUSAL })
          : send('response.output_text.done', { ...at(index), text: said })
      return opened + last + send('response.content_part.done', { ...at(index), part: content[0] }) + done()
    },
  }
}

function wholeResponse(exchange: Exchange, { content, end }: { content: string; end: End }) {
  const { entry, physics } = exchange
  const text = Array.from({ length: physics.reasoning }, (_, i) => `r${i + 1} `).join('')
  const thought = { id: `rs_${entry.id}`, type: 'reasoning', summary: [{ type: 'summary_text', text }] }
  const base = { id: `msg_${entry.id}`, type: 'message', role: 'assistant', status: 'completed' }
  const message = { ...base, content: contentOf(content, end) }
  return finished(exchange, text ? [thought, message] : [message], end)
}

function contentOf(said: string, end: End): unknown[] {
  if (end === 'null') return []
  return end === 'refused' ? [{ type: 'refusal', refusal: REFUSAL }] : [textPart(said)]
}

function textPart(text: string) {
  return { type: 'output_text', text, annotations: [], logprobs: [] }
}

function isCut(end: End): boolean {
  return end === 'length' || end === 'filtered'
}

function finished(exchange: Exchange, output: unknown[], end: End) {
  const reason = end === 'length' ? 'max_output_tokens' : 'content_filter'
  const { input, cached, text, reasoning } = tokensOf(exchange)
  return {
    ...envelope(exchange, isCut(end) ? 'incomplete' : 'completed'),
    incomplete_details: isCut(end) ? { reason } : null,
    output,
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached },
      output_tokens: text + reasoning,
      output_tokens_details: { reasoning_tokens: reasoning },
      total_tokens: input + text + reasoning,
    },
  }
}

function envelope({ entry }: Exchange, status: string) {
  const created = Math.floor(entry.t0 / 1000)
  return { id: `resp_${entry.id}`, object: 'response', created_at: created, status, model: entry.model, error: null }
}
