import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryDatabase } from '../../testing/database.ts'
import { migrate } from './migrate.ts'
import type { Database } from './open.ts'

const root = path.resolve(import.meta.dirname, '../../..')

describe('migrations', () => {
  let home: string
  let db: Database
  beforeEach(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'llm-council-migrations-'))
    cpSync(path.join(root, 'prisma/migrations'), home, { recursive: true })
    db = await memoryDatabase()
  })
  afterEach(async () => {
    await db.close()
    rmSync(home, { recursive: true, force: true })
  })

  const add = (name: string, sql: string) => {
    mkdirSync(path.join(home, name))
    writeFileSync(path.join(home, name, 'migration.sql'), sql)
  }

  it('are applied in order, once', async () => {
    add('29990102_second', 'insert into extra values (1)')
    add('29990101_first', 'create table extra (n int)')
    expect(await migrate(db.pool, home)).toEqual(['29990101_first', '29990102_second'])
    expect(await migrate(db.pool, home)).toEqual([])
    expect((await db.pool.query('select n from extra')).rows).toEqual([{ n: 1 }])
  })

  it('leave nothing of one that fails, name it, and succeed once it is mended', async () => {
    add('29990101_broken', 'create table half (n int); select nonsense')
    await expect(migrate(db.pool, home)).rejects.toThrow('29990101_broken')
    expect((await db.pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
    writeFileSync(path.join(home, '29990101_broken/migration.sql'), 'create table half (n int)')
    expect(await migrate(db.pool, home)).toEqual(['29990101_broken'])
  })

  it('refuse one that was changed after it was applied', async () => {
    const [first] = readdirSync(home).filter((name) => name !== 'migration_lock.toml')
    appendFileSync(path.join(home, first as string, 'migration.sql'), '\n-- changed')
    await expect(migrate(db.pool, home)).rejects.toThrow('changed after it was applied')
  })

  it('make exactly the schema that the client is generated from', () => {
    const node = path.join(root, 'node_modules/.bin/node')
    const args = [
      'migrate',
      'diff',
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema',
      '--exit-code',
    ]
    const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` }
    const diff = spawnSync(node, [path.join(root, 'node_modules/prisma/build/index.js'), ...args], {
      cwd: root,
      env,
      encoding: 'utf8',
    })
    expect(diff.stdout).toContain('No difference detected')
  }, 120_000)
})
