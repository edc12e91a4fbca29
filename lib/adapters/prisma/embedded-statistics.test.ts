import { afterAll, beforeAll, expect, it } from 'vitest'
import { memoryDatabase } from '../../testing/database.ts'
import type { Database } from './database.ts'
import { keepStatistics } from './embedded-statistics.ts'

let db: Database
beforeAll(async () => {
  db = await memoryDatabase()
})
afterAll(() => db?.close())

const NEWEST = `select * from conversation where tenant_id = 'tnt_1' order by updated_at desc limit 500`

const plan = async () => JSON.stringify((await db.pool.query(`explain ${NEWEST}`)).rows)

it('lets the planner read the newest of many conversations from the index, where it sorted them all before', async () => {
  await db.pool.query(`insert into tenant (id) values ('tnt_1')`)
  await db.pool.query(`insert into conversation (id, tenant_id, title, created_at, updated_at)
    select 'cnv_' || n, 'tnt_1', 'Title ' || n, now(), now() - n * interval '1 minute' from generate_series(1, 20000) n`)
  expect(await plan()).toContain('Sort')
  const stop = await keepStatistics(db.pool)
  stop()
  expect(await plan()).not.toContain('Sort')
})
