import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BUILD_INPUTS, fingerprint, listInputs, onceFor } from './fingerprint.mjs'

let root
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'fingerprint-'))
  write('app/page.tsx', 'page')
  write('lib/core/ids.ts', 'ids')
  write('next.config.mjs', 'config')
  write('package-lock.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('fingerprint', () => {
  it.each([
    ['changed', 'app/page.tsx', 'other'],
    ['added', 'app/new.tsx', ''],
    ['changed at the top', 'next.config.mjs', 'other'],
    ['changed by a lockfile', 'package-lock.json', '{ }'],
  ])('differs when a source is %s', (_how, file, text) => {
    const before = fingerprint(root, BUILD_INPUTS)
    write(file, text)
    expect(fingerprint(root, BUILD_INPUTS)).not.toBe(before)
  })

  it('differs when a source is renamed', () => {
    const before = fingerprint(root, BUILD_INPUTS)
    rmSync(path.join(root, 'lib/core/ids.ts'))
    write('lib/core/id.ts', 'ids')
    expect(fingerprint(root, BUILD_INPUTS)).not.toBe(before)
  })

  it.each([
    'lib/core/ids.test.ts',
    'lib/ports/x.contract.ts',
    'lib/testing/x.ts',
    'lib/adapters/prisma/generated/client.ts',
    'vitest.config.ts',
    'next-env.d.ts',
    'docs/x.md',
    'app/.DS_Store',
  ])('does not care about %s', (file) => {
    const before = fingerprint(root, BUILD_INPUTS)
    write(file, 'anything')
    expect(fingerprint(root, BUILD_INPUTS)).toBe(before)
  })

  it('lists its files in one order everywhere', () => {
    expect(listInputs(root, BUILD_INPUTS)).toEqual([
      'app/page.tsx',
      'lib/core/ids.ts',
      'next.config.mjs',
      'package-lock.json',
    ])
  })
})

describe('onceFor', () => {
  it('works once for a fingerprint, and again for another', async () => {
    const stamp = path.join(root, 'out/stamp')
    let count = 0
    const work = async () => {
      count += 1
    }
    expect(await onceFor(stamp, 'a', work)).toBe(true)
    expect(await onceFor(stamp, 'a', work)).toBe(false)
    expect(await onceFor(stamp, 'b', work)).toBe(true)
    expect(count).toBe(2)
  })

  it('does not believe work that was interrupted', async () => {
    const stamp = path.join(root, 'stamp')
    await onceFor(stamp, 'a', async () => {})
    await expect(onceFor(stamp, 'b', () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
    expect(existsSync(stamp)).toBe(false)
  })
})
