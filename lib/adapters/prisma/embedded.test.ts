import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryDatabase } from '../../testing/database.ts'
import { openDatabase } from './open.ts'

describe('the embedded database', () => {
  let home: string
  let dataDir: string
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'llm-council-embedded-'))
    dataDir = path.join(home, 'deep/data')
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  it('starts over after a first start that was killed half-way, has one owner at a time, and keeps what it is given', async () => {
    mkdirSync(`${dataDir}.new`, { recursive: true })
    writeFileSync(path.join(`${dataDir}.new`, 'PG_VERSION'), '18')
    const first = await openDatabase({ dataDir })
    await first.prisma.tenant.create({ data: { id: 'tnt_kept' } })
    await expect(openDatabase({ dataDir })).rejects.toThrow(`process ${process.pid}`)
    await first.close()
    await first.close()
    expect(readdirSync(path.dirname(dataDir))).toEqual(['data'])
    const second = await openDatabase({ dataDir })
    expect(await second.prisma.tenant.findMany({ select: { id: true } })).toEqual([{ id: 'tnt_kept' }])
    expect(await second.probe.check()).toMatchObject({ name: 'database', status: 'ok', reason: null })
    await second.close()
  }, 120_000)

  it('says which directory it is that cannot be read, and lets go of it', async () => {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path.join(dataDir, 'PG_VERSION'), '9.6')
    await expect(openDatabase({ dataDir })).rejects.toThrow(dataDir)
    expect(existsSync(`${dataDir}.lock`)).toBe(false)
  })

  it('is never opened while the product is being built', async () => {
    vi.stubEnv('NEXT_PHASE', 'phase-production-build')
    try {
      await expect(openDatabase({ dataDir })).rejects.toThrow('being built')
      expect(existsSync(path.dirname(dataDir))).toBe(false)
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('goes on after a statement that failed, also in a transaction, and from the Prisma client', async () => {
    const db = await memoryDatabase()
    await db.prisma.tenant.create({ data: { id: 'tnt_once' } })
    await expect(db.pool.query('insert into tenant (id) values ($1)', ['tnt_once'])).rejects.toThrow('duplicate key')
    await expect(db.prisma.tenant.create({ data: { id: 'tnt_once' } })).rejects.toMatchObject({ code: 'P2002' })
    await expect(
      db.prisma.guest.create({ data: { id: 'gst_1', tenant: { create: { id: 'tnt_once' } } } }),
    ).rejects.toMatchObject({ code: 'P2002' })
    const { rows } = await db.pool.query('select count(*)::int as n from tenant where id = $1', ['tnt_once'])
    expect(rows).toEqual([{ n: 1 }])
    await db.close()
  })

  it('answers its probe as down, without a throw, once it is closed', async () => {
    const db = await memoryDatabase()
    await db.close()
    expect(await db.probe.check()).toMatchObject({ status: 'down', reason: 'query failed' })
  })
})
