import type { BranchStore } from '../ports/branches.ts'
import type { Catalogue } from '../ports/catalogue.ts'
import type { Clock } from '../ports/clock.ts'
import type { ConversationStore } from '../ports/conversations.ts'
import type { CouncilStore } from '../ports/councils.ts'
import type { HealthProbe } from '../ports/health.ts'
import type { IdentityStore } from '../ports/identity.ts'
import type { Ids } from '../ports/ids.ts'
import type { ImportReader } from '../ports/import-reader.ts'
import type { ImportStore } from '../ports/imports.ts'
import type { Jobs } from '../ports/jobs.ts'
import type { Ledger } from '../ports/ledger.ts'
import type { Log } from '../ports/log.ts'
import type { Models } from '../ports/models.ts'
import type { ProviderCheckStore } from '../ports/provider-checks.ts'
import type { RetentionStore } from '../ports/retention.ts'
import type { RunStore } from '../ports/runs.ts'
import type { Sources } from '../ports/sources.ts'
import type { TitleStore } from '../ports/titles.ts'
import type { ProviderWatch } from './providers/watch.ts'
import type { RunEngine } from './runs/engine.ts'

/** The tenant of whoever holds the installation's API_TOKEN. */
export const OPERATOR_TENANT = 'tnt_operator'

/** Who acts. No verb asks which surface called. */
export type Actor = { kind: 'guest'; guestId: string; tenantId: string } | { kind: 'operator'; tenantId: string }

/** Everything the product's verbs need from outside, put together once by the container. */
export type Ports = {
  clock: Clock
  ids: Ids
  models: Models
  catalogue: Catalogue
  ledger: Ledger
  runs: RunStore
  branches: BranchStore
  conversations: ConversationStore
  identity: IdentityStore
  imports: ImportStore
  importReader: ImportReader
  titles: TitleStore
  retention: RetentionStore
  jobs: Jobs
  sources: Sources
  councils: CouncilStore
  providers: ProviderWatch
  providerChecks: ProviderCheckStore
  probes: HealthProbe[]
  engine: RunEngine
  log: Log
  /** Signs list cursors. */
  cursorKey: string
  /** Whether presets of real models have cheap reviewers in seats of their own; absent: no. */
  hasCheapReviewers?: boolean
  /** Version of the product, as in package.json. */
  version: string
}

/** What a verb is given: its ports and who is acting. */
export type Ctx<K extends keyof Ports = keyof Ports> = Pick<Ports, K> & { actor: Actor }
