import { describe } from 'vitest'
import { describeRunCreation } from './runs-create.contract.ts'
import { describeRunLeases } from './runs-lease.contract.ts'
import { describeRunLog } from './runs-log.contract.ts'
import type { OpenStores } from './stores.contract.ts'

/** What every implementation of RunStore guarantees. */
export function describeRunStore(name: string, open: OpenStores): void {
  describe(`runs on ${name}`, () => {
    describeRunCreation(open)
    describeRunLog(open)
    describeRunLeases(open)
  })
}
