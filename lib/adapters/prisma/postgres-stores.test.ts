import { expect, it } from 'vitest'
import { describeBranchStore } from '../../ports/branches.contract.ts'
import { describeCatalogue } from '../../ports/catalogue.contract.ts'
import { describeConversationStore } from '../../ports/conversations.contract.ts'
import { describeCouncilStore } from '../../ports/councils.contract.ts'
import { describeIdentityStore } from '../../ports/identity.contract.ts'
import { describeImportStore } from '../../ports/imports.contract.ts'
import { describeLedger } from '../../ports/ledger.contract.ts'
import { describeProviderCheckStore } from '../../ports/provider-checks.contract.ts'
import { describeRetentionStore } from '../../ports/retention.contract.ts'
import { describeRunStore } from '../../ports/runs.contract.ts'
import { describeTitleStore } from '../../ports/titles.contract.ts'
import { cuttableProxy } from '../../testing/cuttable-proxy.ts'
import { describePostgres } from '../../testing/describe-postgres.ts'
import { storesOver } from '../../testing/stores.ts'
import { readMigrations } from './migrate.ts'
import { openDatabase } from './open.ts'
import { createRunStore } from './run-store.ts'

describePostgres((server) => {
  const open = async () => storesOver(await openDatabase({ url: await server.freshDatabase() }))
  describeRunStore('PostgreSQL', open)
  describeConversationStore('PostgreSQL', open)
  describeBranchStore('PostgreSQL', open)
  describeIdentityStore('PostgreSQL', open)
  describeImportStore('PostgreSQL', open)
  describeTitleStore('PostgreSQL', open)
  describeRetentionStore('PostgreSQL', open)
  describeCouncilStore('PostgreSQL', open)
  describeProviderCheckStore('PostgreSQL', open)
  describeCatalogue('PostgreSQL', open)
  describeLedger('PostgreSQL', open)

  it('lets many processes open a new database at once, and migrates it once', async () => {
    const url = await server.freshDatabase()
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url, maxConnections: 2 })))
    const { rows } = await opened[0]!.pool.query('select count(*)::int as n from "_prisma_migrations"')
    expect(rows).toEqual([{ n: (await readMigrations('prisma/migrations')).length }])
    await Promise.all(opened.map((db) => db.close()))
  })

  it('says what to grant when the user may not create tables', async () => {
    const url = new URL(await server.freshDatabase())
    const db = await openDatabase({ url: await server.freshDatabase() })
    await db.pool.query(`drop role if exists visitor`)
    await db.pool.query(`create role visitor login password 'v'`)
    await db.close()
    url.username = 'visitor'
    url.password = 'v'
    await expect(openDatabase({ url: url.href })).rejects.toThrow('may not create tables')
  })

  it('cuts a statement that takes too long', async () => {
    const db = await openDatabase({ url: await server.freshDatabase(), statementTimeoutMs: 50 })
    await expect(db.pool.query('select pg_sleep(30)')).rejects.toThrow('statement timeout')
    await db.close()
  })

  it('fails with a plain error that keeps its cause, and a probe that says down, when the server is gone', async () => {
    const way = await cuttableProxy(await server.freshDatabase())
    const db = await openDatabase({ url: way.url })
    await way.cut()
    const failure = await createRunStore(db)
      .get('tnt_1', 'run_1')
      .catch((error) => error)
    expect(failure.constructor).toBe(Error)
    expect(failure.message).toBe('database: runs.get failed')
    expect(failure.cause).toBeInstanceOf(Error)
    expect(await db.probe.check()).toMatchObject({
      name: 'database',
      status: 'down',
      reason: 'query failed (ECONNREFUSED)',
    })
    await db.close()
    await expect(openDatabase({ url: way.url })).rejects.toThrow('could not be reached (ECONNREFUSED)')
  })
})
