import { describeJobs } from '../../ports/jobs.contract.ts'
import { describePostgres } from '../../testing/describe-postgres.ts'
import { jobsBench } from '../../testing/jobs.ts'
import { openDatabase } from '../prisma/open.ts'

describePostgres((server) => {
  describeJobs('PostgreSQL', async () => jobsBench(await openDatabase({ url: await server.freshDatabase() })))
})
