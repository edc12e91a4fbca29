import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOperator, type Client, TOKEN } from '../api/client.ts'
import { type Server, StartFailed, startServer } from '../server.ts'

const env = { API_TOKEN: TOKEN }
let first: Server
let call: Client

beforeAll(async () => {
  first = await startServer({ env })
  call = asOperator(first.url)
})
afterAll(() => first?.stop())

const ask = async () =>
  (await call('/api/v1/runs?wait=true', { json: { question: 'Why?', model: 'demo/editor' } })).body

describe('a second server on the same data', () => {
  it('does not start, and names the process that has it', async () => {
    const failed = await startServer({ env, dataDir: first.dataDir }).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(StartFailed)
    expect((failed as StartFailed).code).toBe(1)
    expect((failed as StartFailed).message).toContain(`in use by process ${first.pid}.`)
    expect((await ask()).status).toBe('completed')
  })

  it('starts where the first was killed and has left its lock, and finds what was asked', async () => {
    const run = await ask()
    await first.kill('SIGKILL')
    const lock = JSON.parse(await readFile(path.join(first.dataDir, 'pglite.lock'), 'utf8'))
    expect(lock.pid).toBe(first.pid)
    const second = await startServer({ env, dataDir: first.dataDir })
    try {
      expect((await asOperator(second.url)(`/api/v1/runs/${run.id}`)).body).toEqual(run)
    } finally {
      await second.stop()
    }
  })
})
