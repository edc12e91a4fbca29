import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { asNobody, TOKEN } from './client.ts'
import { operatorServer } from './operator-server.ts'

const server = operatorServer()
const { call } = server

const IMPORT = '/api/v1/conversations/import'
const json = { 'content-type': 'application/json' }
const fixture = (name: string) =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, `../../lib/core/importing/fixtures/${name}.json`), 'utf8'))

describe('a conversation as a file', () => {
  it('of a run here is exported, imported and exported again, each as an attachment', async () => {
    const run = await call('/api/v1/runs?wait=true', {
      json: { question: 'Why is the sky blue? "ü"', council: 'quick' },
    })
    const exportOf = (id: string, format: string) => call(`/api/v1/conversations/${id}/export?format=${format}`)
    const id = run.body.conversation_id
    const file = await exportOf(id, 'json')
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="why-is-the-sky-blue-u.json"')
    expect(file.headers.get('cache-control')).toBe('private, no-store')
    const made = await call(IMPORT, { raw: file.text, headers: json })
    expect(made.status).toBe(201)
    const [result] = made.body.data
    expect(result).toMatchObject({ status: 'imported', dialect: 'llm-council', turns: 1, not_understood: [] })
    const again = await exportOf(result.conversation_id, 'json')
    expect(again.body.conversation.turns[0].runs[0].answer).toBe(run.body.answer.text)
    const markdown = await exportOf(id, 'markdown')
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(markdown.text).toContain('### Final answer')
  })

  it('is imported once, and shown as a run that has ended with unknown costs', async () => {
    const first = await call(IMPORT, { json: fixture('original') })
    const second = await call(IMPORT, { json: fixture('original') })
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body.data[0]).toEqual({ ...first.body.data[0], status: 'unchanged' })
    const { body } = await call(`/api/v1/conversations/${first.body.data[0].conversation_id}`)
    const run = await call(`/api/v1/runs/${body.turns[0].runs[0].id}`)
    expect(run.body).toMatchObject({ status: 'completed', usage: { unpriced_calls: 7 } })
    const page = await fetch(`${server.url}/import`)
    expect(page.status).toBe(200)
  })

  it('of a list is taken one by one', async () => {
    const { status, body } = await call(IMPORT, { json: [fixture('amiable'), { ...fixture('axcouncil'), id: '../x' }] })
    expect(status).toBe(201)
    expect(body.data.map((row: { status: string }) => row.status)).toEqual(['imported', 'refused'])
    expect(body.data[1].issues).toEqual([{ path: 'id', message: 'Expected a UUID.' }])
  })

  it('is nobody else’s, and only in the formats there are', async () => {
    const { body } = await call(IMPORT, { json: fixture('original') })
    const address = `/api/v1/conversations/${body.data[0].conversation_id}/export`
    expect((await asNobody(server.url)(`${address}?format=json`)).status).toBe(401)
    expect((await call(`${address}?format=pdf`)).body.error).toMatchObject({
      code: 'VALIDATION_FAILED',
      param: 'format',
    })
    expect((await call(address, { json: {} })).status).toBe(405)
    expect((await call('/api/v1/conversations/cnv_..%2Fx/export?format=json')).status).toBe(404)
  })
})

describe('a hostile file', () => {
  it.each([
    ['nested 1,000 deep', `${'['.repeat(1_000)}${']'.repeat(1_000)}`, 422, 'VALIDATION_FAILED'],
    ['of a million values', `[${'0,'.repeat(1_000_000)}0]`, 422, 'VALIDATION_FAILED'],
    ['that is no JSON', '{"messages": [', 400, 'MALFORMED_REQUEST'],
    ['of the wrong type', '"text"', 422, 'VALIDATION_FAILED'],
    ['with an id that is a path', '{"id":"../../x","messages":[]}', 422, 'VALIDATION_FAILED'],
    ['with messages of the wrong type', '{"messages":7}', 422, 'VALIDATION_FAILED'],
    ['that pollutes prototypes', '{"__proto__":{"messages":[]},"constructor":1}', 422, 'VALIDATION_FAILED'],
  ])('%s is refused', async (_, raw, status, code) => {
    const answer = await call(IMPORT, { raw, headers: json })
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })

  it('with NUL and lone surrogates is taken without them', async () => {
    const raw = '{"title":"a\\u0000b","\\u0000":"\\ud800","messages":[{"role":"user","content":"x\\u0000\\udc00"}]}'
    const { status, body } = await call(IMPORT, { raw, headers: json })
    expect(status).toBe(201)
    expect(body.data[0].title).toBe('ab')
    const { body: conversation } = await call(`/api/v1/conversations/${body.data[0].conversation_id}`)
    expect(conversation.turns[0].question).toBe('x\ufffd')
  })

  it('of 30 MiB is cut off while it streams, one of 19 MiB is read', async () => {
    const message = (size: number) => ({ messages: [{ role: 'user', content: 'x'.repeat(size) }] })
    const tooLarge = await call(IMPORT, { json: message(30 * 1_048_576) }).catch(() => null)
    if (tooLarge)
      expect(tooLarge.body.error).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', details: { max_bytes: 20_971_520 } })
    expect((await call(IMPORT, { json: message(19 * 1_048_576) })).status).toBe(201)
    expect((await call('/health')).status).toBe(200)
  })

  it('of 2 GB is cut off soon after the limit, while it is still being sent', async () => {
    const { status, sentBytes } = await pour(`${server.url}${IMPORT}`, 2 * 1024 ** 3)
    expect([413, null]).toContain(status)
    expect(sentBytes).toBeLessThan(200 * 1_048_576)
    expect((await call('/health')).status).toBe(200)
  })

  it('of 19 MiB is read while a run goes on, which is not held up', async () => {
    const list = Array.from({ length: 400 }, (_, i) => ({ ...fixture('original'), id: undefined, pad: `${i}${PAD}` }))
    const importing = call(IMPORT, { json: list })
    const run = await call('/api/v1/runs?wait=true', { json: { question: 'Meanwhile?', council: 'quick' } })
    expect(run.body.status).toBe('completed')
    const { status, body } = await importing
    expect(status).toBe(201)
    expect(body.data.filter((row: { status: string }) => row.status === 'imported')).toHaveLength(400)
  })
})

const PAD = 'x'.repeat(45_000)

/** Sends zeros in pieces until the server has had enough; answers its status (null: it hung up) and what it let through. */
function pour(url: string, size: number): Promise<{ status: number | null; sentBytes: number }> {
  return new Promise((resolve) => {
    let sentBytes = 0
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
    const sending = request(url, { method: 'POST', headers }, (response) => {
      response.resume()
      end(response.statusCode ?? null)
    })
    const piece = Buffer.alloc(1_048_576, '0')
    const end = (status: number | null) => {
      sending.destroy()
      resolve({ status, sentBytes })
    }
    const send = () => {
      while (sentBytes < size && !sending.destroyed) {
        sentBytes += piece.length
        if (!sending.write(piece)) return
      }
    }
    sending.on('drain', send).on('error', () => end(null))
    send()
  })
}
