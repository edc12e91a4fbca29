export { retentionJob } from './job.ts'
