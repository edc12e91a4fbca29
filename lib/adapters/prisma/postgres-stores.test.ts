import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeConversationStore } from '../../ports/conversations.contract.ts'
import { describeIdentityStore } from '../../ports/identity.contract.ts'
import { describeRunStore } from '../../ports/runs.contract.ts'
import { startPostgres, type TestServer, whyNoPostgres } from '../../testing/postgres.ts'
import { storesOver } from '../../testing/stores.ts'
import { openDatabase } from './open.ts'

const missing = whyNoPostgres()

it.runIf(missing && process.env.REQUIRE_SERVICES === '1')('has a PostgreSQL to run on', () => {
  expect.fail(missing ?? '')
})

describe.skipIf(missing)(missing ? `PostgreSQL (not run: ${missing})` : 'PostgreSQL', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  const open = async () => storesOver(await openDatabase({ url: await server.freshDatabase() }))
  describeRunStore('PostgreSQL', open)
  describeConversationStore('PostgreSQL', open)
  describeIdentityStore('PostgreSQL', open)
})
