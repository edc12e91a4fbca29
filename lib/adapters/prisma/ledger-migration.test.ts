import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { LedgerRow } from '../../ports/ledger.ts'
import { freshTenant, NOON, sampleCall, sampleEnd, sampleRun } from '../../ports/stores.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { storesOver } from '../../testing/stores.ts'

const USAGE = { inputTokens: 10, outputTokens: 5, reasoningTokens: null }
const COST = { status: 'priced', picoUsd: '700', estimated: false } as const

it('takes over what was called before there was a ledger, and leaves out what was imported', async () => {
  const db = await memoryDatabase()
  const stores = storesOver(db)
  const tenantId = await freshTenant(stores)
  const run = sampleRun(tenantId)
  await stores.runs.create(run)
  const ended = { usage: USAGE, cost: COST, endedAt: NOON + 500 }
  const calls = [
    sampleCall({ ...ended, status: 'completed' }),
    sampleCall({ ...ended, seat: 's2', status: 'failed', reason: 'abandoned', cost: { ...COST, estimated: true } }),
    sampleCall({ seat: 's3' }),
  ]
  const end = { type: 'run.failed' as const, reasons: [], seq: 1, at: NOON }
  await stores.runs.commit({ runId: run.id, epoch: 1, events: [end], calls, end: sampleEnd() })
  const due = { tenantId, conversationId: run.conversationId }
  await stores.titles.begin(due, {
    attempt: 1,
    model: 'test/ash',
    prompt: 'title@1',
    usage: USAGE,
    cost: COST,
    at: NOON,
  })
  const read = () => Promise.all([rowsOf(), stores.ledger.usage(tenantId, { from: 0, to: NOON * 2 }, 'stage')])
  const rowsOf = async () => (await stores.ledger.ofRun(tenantId, run.id)).map(withoutNews)
  const written = await read()

  await db.pool.query('delete from ledger')
  await db.pool.query(`update conversation set source_id = 'abc' where id = $1`, [run.conversationId])
  const migration = await readFile('prisma/migrations/20261121041000_ledger/migration.sql', 'utf8')
  const takeOver = migration.split(';').filter((statement) => statement.includes('INSERT INTO "ledger"'))
  for (const statement of takeOver) await db.pool.query(statement)
  expect(takeOver).toHaveLength(2)
  expect(await read()).toEqual(written)

  await db.pool.query('delete from ledger')
  await db.pool.query('update run set owner = null')
  for (const statement of takeOver) await db.pool.query(statement)
  expect(await rowsOf()).toEqual([])
  await stores.close()
})

/** Without what was not kept then. */
function withoutNews({ price: _price, firstTokenMs: _first, ...row }: LedgerRow) {
  return row
}
