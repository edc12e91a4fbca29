import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startUpstream, type Upstream } from './server.ts'
import { wordsOf } from './words.ts'

let upstream: Upstream

beforeEach(async () => {
  upstream = await startUpstream()
})

afterEach(() => upstream.close())

function ask(model: string, extra: Record<string, unknown> = {}, question = 'Why? [tag:t]') {
  return fetch(`${upstream.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-council-call': 'mark' },
    body: JSON.stringify({ model, stream: true, messages: [{ role: 'user', content: question }], ...extra }),
  })
}

type Chunk = {
  choices: { delta: Record<string, unknown>; finish_reason: string | null }[]
  usage?: Record<string, unknown>
}

function chunksOf(body: string): Chunk[] {
  const lines = body.split('\n\n').filter((line) => line.startsWith('data: {'))
  return lines.map((line) => JSON.parse(line.slice(6)) as Chunk)
}

function textOf(body: string): string {
  return chunksOf(body)
    .map((chunk) => chunk.choices[0]?.delta.content ?? '')
    .join('')
}

describe('the fake upstream', () => {
  it('streams every word of the scripted answer once and in order, then a reason and [DONE]', async () => {
    const body = await (await ask('alpha:ttft=5,n=30,gap=1')).text()
    expect(textOf(body)).toBe(wordsOf('alpha', 30))
    expect(textOf(body)).toMatch(/^a1 a2 .* a30$/)
    expect(chunksOf(body).at(-1)?.choices[0]?.finish_reason).toBe('stop')
    expect(body.endsWith('data: [DONE]\n\n')).toBe(true)
  })

  it('never sends a token before its deadline, counted from the request and not from the token before', async () => {
    await (await ask('clock:ttft=60,n=50,gap=4')).text()
    const [entry] = upstream.log('t')
    expect(entry?.sentAt).toHaveLength(50)
    const early = entry?.sentAt.filter((at, i) => at < 60 + i * 4)
    expect(early).toEqual([])
    expect(entry!.done! - entry!.t0).toBeGreaterThanOrEqual(60 + 49 * 4)
  })

  it('reports usage only where it was asked for, with cached and reasoning tokens', async () => {
    const plain = chunksOf(await (await ask('m:n=3,gap=0')).text())
    expect(plain.some((chunk) => chunk.usage)).toBe(false)
    const options = { stream_options: { include_usage: true }, usage: { include: true } }
    const asked = chunksOf(await (await ask('m:n=3,gap=0,reasoning=2', options)).text())
    expect(asked.at(-1)?.usage).toMatchObject({
      completion_tokens: 5,
      completion_tokens_details: { reasoning_tokens: 2 },
      cost: expect.any(Number),
    })
  })

  it('answers a ballot of the labels in the schema, or in the example of the prompt', async () => {
    const schema = { properties: { ranking: { items: { enum: ['A', 'B', 'C'] } } } }
    const format = { response_format: { type: 'json_schema', json_schema: { name: 'b', schema } } }
    const bySchema = JSON.parse(textOf(await (await ask('m:n=60,gap=0', format)).text()))
    expect([...bySchema.ranking].sort()).toEqual(['A', 'B', 'C'])
    expect(bySchema.reviews[0]).toMatchObject({ label: 'A', accuracy: expect.any(Number), comment: expect.any(String) })
    const byPrompt = textOf(await (await ask('m:n=60,gap=0', {}, 'As JSON: {"reviews":[],"ranking":["X","Y"]}')).text())
    expect([...JSON.parse(byPrompt).ranking].sort()).toEqual(['X', 'Y'])
  })

  it('logs what it saw: tag, call mark, spans and a hash of the body', async () => {
    await (await ask('m:n=2,gap=0')).text()
    expect(upstream.log('t')).toMatchObject([
      {
        tag: 't',
        call: 'mark',
        model: 'm:n=2,gap=0',
        tokens: 2,
        aborted: false,
        bodyHash: expect.stringMatching(/^\w{16}$/),
      },
    ])
    expect(upstream.log('other')).toEqual([])
    const overHttp = await (await fetch(`${upstream.url}/__log?tag=t`)).json()
    expect(overHttp).toHaveLength(1)
  })

  it('sees a client that goes away', async () => {
    const abort = new AbortController()
    const response = await fetch(`${upstream.url}/v1/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({
        model: 'm:ttft=0,n=100000,gap=5',
        stream: true,
        messages: [{ role: 'user', content: '[tag:gone]' }],
      }),
      signal: abort.signal,
    })
    await response.body!.getReader().read()
    abort.abort()
    await expect.poll(() => upstream.log('gone')[0]?.aborted).toBe(true)
  })

  it('lets a posted script override the physics of matching requests, as often as it says', async () => {
    const rules = [{ contains: 'Why', times: 1, physics: { n: 2, gap: 0 } }]
    await fetch(`${upstream.url}/__script`, { method: 'POST', body: JSON.stringify(rules) })
    expect(textOf(await (await ask('m:n=4,gap=0')).text())).toBe('m1 m2')
    expect(textOf(await (await ask('m:n=4,gap=0')).text())).toBe('m1 m2 m3 m4')
  })

  it('answers whole where no stream is asked for, and lists the models it was asked for', async () => {
    const whole = await (await ask('m:n=3,gap=0', { stream: false })).json()
    expect(whole.choices[0].message.content).toBe('m1 m2 m3')
    const models = await (await fetch(`${upstream.url}/v1/models`)).json()
    expect(models.data.map((model: { id: string }) => model.id)).toEqual(['m:n=3,gap=0'])
  })
})

describe('scripted faults', () => {
  it.each(['401', '404', '413', '429', '500', '503'])('answers %s with an error body', async (status) => {
    const response = await ask(`m:fault=${status},retryAfter=7`)
    expect(response.status).toBe(Number(status))
    expect(response.headers.get('retry-after')).toBe('7')
    expect((await response.json()).error.message).toEqual(expect.any(String))
  })

  it('strikes once where the script says once', async () => {
    const model = 'm:fault=500,once,n=2,gap=0'
    expect((await ask(model)).status).toBe(500)
    expect(textOf(await (await ask(model)).text())).toBe('m1 m2')
  })

  it('cuts the socket after the words it was told to send', async () => {
    const reader = (await ask('m:fault=cut,at=3,ttft=0,gap=0')).body!.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    const read = async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) seen += part.value
    }
    await expect(read()).rejects.toThrow()
    expect(textOf(seen)).toBe('m1 m2 m3')
  })

  it.each([
    ['empty', ''],
    ['null-content', ''],
    ['refusal', ''],
    ['no-finish', 'm1 m2'],
    ['error-in-200', 'm1 m2'],
  ])('%s sends %j as text', async (fault, text) => {
    const body = await (await ask(`m:fault=${fault},at=2,ttft=0,gap=0`)).text()
    const content = body.match(/"content":"([^"]*)"/g) ?? []
    expect(content.map((part) => JSON.parse(`{${part}}`).content).join('')).toBe(text)
  })

  it('sends a page of HTML as a malformed 200', async () => {
    const response = await ask('m:fault=malformed-200')
    expect(response.headers.get('content-type')).toBe('text/html')
  })

  it('refuses an unknown fault instead of ignoring a typing error', async () => {
    expect((await ask('m:fault=typo')).status).toBe(500)
  })
})
