import { describeJobs } from '../../ports/jobs.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { jobsBench } from '../../testing/jobs.ts'

describeJobs('PGlite', async () => jobsBench(await memoryDatabase()))
