import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataOwner } from './owner.mjs'

let dir
const lock = (text) => writeFileSync(path.join(dir, 'pglite.lock'), text)
const alive = { isAlive: () => true, startOf: () => 'boot:1' }

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'owner-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

describe('dataOwner', () => {
  it('names the living process that holds the lock', () => {
    lock('{"pid":42,"start":"boot:1"}')
    expect(dataOwner(dir, alive)).toBe(42)
  })

  it('is nobody without a lock, after a crash, or when the pid belongs to another process by now', () => {
    expect(dataOwner(dir, alive)).toBeNull()
    lock('{"pid":42,"start":"boot:1"}')
    expect(dataOwner(dir, { ...alive, isAlive: () => false })).toBeNull()
    expect(dataOwner(dir, { ...alive, startOf: () => 'boot:2' })).toBeNull()
  })

  it('believes the pid where the system does not tell start times', () => {
    lock('{"pid":42,"start":null}')
    expect(dataOwner(dir, { ...alive, startOf: () => null })).toBe(42)
  })

  it.each(['', '{', 'null', '{"pid":"42"}'])('is nobody for a lock that says %j', (text) => {
    lock(text)
    expect(dataOwner(dir, alive)).toBeNull()
  })

  it('knows itself', () => {
    lock(JSON.stringify({ pid: process.pid, start: null }))
    expect(dataOwner(dir)).toBe(process.pid)
  })
})
