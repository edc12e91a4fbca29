import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Server, startServer } from '../server.ts'
import { asOperator, type Client, type Json, TOKEN } from './client.ts'

let server: Server
let call: Client

beforeAll(async () => {
  server = await startServer({ env: { API_TOKEN: TOKEN, TITLE_MODEL: '' } })
  call = asOperator(server.url)
})
afterAll(() => server?.stop())

async function asked(question: string): Promise<Json> {
  const { body } = await call('/api/v1/runs?wait=true', { json: { question, council: 'quick' } })
  return (await call(`/api/v1/conversations/${body.conversation_id}`)).body
}

/** The conversation once `isEnough` is true of it. */
async function until(id: string, isEnough: (conversation: Json) => boolean): Promise<Json> {
  for (let i = 0; i < 900; i++) {
    const { body } = await call(`/api/v1/conversations/${id}`)
    if (isEnough(body)) return body
    await delay(50)
  }
  throw new Error(`waited too long for ${id}`)
}

const LONG =
  'Please tell me whether a small team should use a monorepo or many repositories for its services in the long run.'

describe('titles', () => {
  it('write themselves after the first answer, cost what they cost, and move nothing', async () => {
    const first = await asked(LONG)
    const titled = await until(first.id, (body) => body.title !== first.title && !body.title.endsWith('…'))
    const words = titled.title.split(' ')
    expect(words.length).toBeGreaterThanOrEqual(3)
    expect(words.length).toBeLessThanOrEqual(7)
    expect(LONG.toLowerCase()).toContain(titled.title.toLowerCase())
    const { title: _title, total_tokens: tokens, ...rest } = titled
    expect(first).toMatchObject(rest)
    expect(tokens).toBeGreaterThan(first.total_tokens)
    expect(titled).toMatchObject({ is_title_edited: false, version: 1, total_cost: '0' })
  })

  it('never replace one that a person gave', async () => {
    const { body: run } = await call('/api/v1/runs', { json: { question: `[[all: slow]] ${LONG}`, council: 'quick' } })
    const path = `/api/v1/conversations/${run.conversation_id}`
    await call(path, { method: 'PATCH', json: { title: 'Mine' } })
    const other = await asked(LONG)
    await until(run.conversation_id, (body) => !body.is_running)
    await until(other.id, (body) => !body.title.endsWith('…'))
    expect((await call(path)).body).toMatchObject({ title: 'Mine', is_title_edited: true })
  })

  it('keep the first words where the model fails, and take part in the conversation’s tokens', async () => {
    const first = await asked(`[[title: empty]] ${LONG}`)
    const tried = await until(first.id, (body) => body.total_tokens > first.total_tokens)
    expect(tried.title).toBe(first.title)
  })

  it('are written after a restart where the process died before', async () => {
    const first = await asked(`${LONG} Again?`)
    await server.kill('SIGKILL')
    await server.restart()
    const titled = await until(first.id, (body) => !body.title.endsWith('…'))
    expect(titled).toMatchObject({ version: 1, updated_at: first.updated_at })
  })
})
