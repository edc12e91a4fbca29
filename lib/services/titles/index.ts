export { sendTitleSweep, titleAfter, titleJobs } from './jobs.ts'
export { writeTitle } from './write.ts'
