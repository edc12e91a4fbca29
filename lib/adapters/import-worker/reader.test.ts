import { readFileSync } from 'node:fs'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import type { FileConversation } from '../../ports/import-reader.ts'
import { createImportReader } from './reader.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const original = readFileSync(path.join(root, 'lib/core/importing/fixtures/original.json'), 'utf8')
const bytesOf = (text: string) => new TextEncoder().encode(text)

async function readAll(text: string | Uint8Array<ArrayBuffer>, from = root): Promise<FileConversation[]> {
  const bytes = typeof text === 'string' ? bytesOf(text) : text
  const all: FileConversation[] = []
  for await (const one of createImportReader(from).read(bytes, { now: 0 })) all.push(one)
  return all
}

/** White space makes a file large without making it another one. */
const large = (text: string) => ' '.repeat(100_000) + text

describe.each([
  ['at once', (text: string) => text, root],
  ['in a thread', large, root],
  ['here, where the sources are not there to start a thread from', large, '/nowhere'],
])('a file that is read %s', (_, sized, from) => {
  const read = (text: string) => readAll(sized(text), from)

  it('is a conversation, or a list in which each is refused by itself', async () => {
    const [one] = await read(original)
    expect(one).toMatchObject({ status: 'read', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const list = await read(`[${original}, {"id":"../x","messages":[]}, 7, ${original}]`)
    expect(list.map(({ status }) => status)).toEqual(['read', 'refused', 'refused', 'read'])
    expect([list[0], list[3]]).toEqual([one, one])
    expect(list[1]).toMatchObject({ issues: [{ path: 'id' }] })
  })

  it.each([
    ['[{"messages":', 'MALFORMED_REQUEST'],
    ['7', 'VALIDATION_FAILED'],
    ['{"messages":7}', 'VALIDATION_FAILED'],
    [`${'['.repeat(1_000)}${']'.repeat(1_000)}`, 'VALIDATION_FAILED'],
    [`[${'{},'.repeat(500)}{}]`, 'VALIDATION_FAILED'],
    [`[${'0,'.repeat(500_000)}0]`, 'VALIDATION_FAILED'],
  ])('that cannot be is an error (%#)', async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'AppError', code })
  })
})

it('bytes that are not UTF-8 are no file', async () => {
  const bytes = bytesOf(large(original))
  bytes[bytes.length - 2] = 0xff
  await expect(readAll(bytes)).rejects.toMatchObject({ code: 'MALFORMED_REQUEST' })
})

it('a list of 20 MB holds nobody up: this thread waits a small part of the time that reading it takes', async () => {
  const padded = original.replace('{', `{"pad":"${'x'.repeat(50_000)}",`)
  const bytes = bytesOf(`[${Array.from({ length: 380 }, () => padded).join(',')}]`)
  expect(bytes.length).toBeGreaterThan(19_000_000)
  const lag = monitorEventLoopDelay({ resolution: 5 })
  const began = performance.now()
  lag.enable()
  const all = await readAll(bytes)
  lag.disable()
  expect(all).toHaveLength(380)
  const tookMs = performance.now() - began

  expect(lag.max / 1e6).toBeLessThan(tookMs / 2)
}, 60_000)

it('one who stops reading leaves no thread behind, and the next is served', async () => {
  const reader = createImportReader(root)
  const text = large(`[${original},${original}]`)
  for (let i = 0; i < 4; i++) {
    for await (const { status } of reader.read(bytesOf(text), { now: 0 })) {
      expect(status).toBe('read')
      break
    }
  }
  expect(await readAll(text)).toHaveLength(2)
})
