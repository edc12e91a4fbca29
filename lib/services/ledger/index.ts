export { ledgerOfRun, sumsOfRuns } from './of-run.ts'
export { PERIOD_DAYS, type PeriodInput, periodOf } from './period.ts'
export { getUsage, type UsageInput } from './usage.ts'
