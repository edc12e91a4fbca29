import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeJobs } from '../../ports/jobs.contract.ts'
import { jobsBench } from '../../testing/jobs.ts'
import { startPostgres, type TestServer, whyNoPostgres } from '../../testing/postgres.ts'
import { openDatabase } from '../prisma/open.ts'

const missing = whyNoPostgres()

if (missing && process.env.REQUIRE_SERVICES === '1') {
  it('has a PostgreSQL to run on', () => {
    expect.fail(missing)
  })
}

describe.skipIf(missing)(missing ? `PostgreSQL (not run: ${missing})` : 'PostgreSQL', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  describeJobs('PostgreSQL', async () => jobsBench(await openDatabase({ url: await server.freshDatabase() })))
})
