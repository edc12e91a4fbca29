import 'server-only'
import path from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { combineModels } from '../adapters/ai-sdk/combine.ts'
import { lateNetwork } from '../adapters/ai-sdk/late-network.ts'
import { providerModels } from '../adapters/ai-sdk/models.ts'
import { demoModels } from '../adapters/demo/index.ts'
import { demoSources } from '../adapters/demo/library.ts'
import { genaiPrices } from '../adapters/genai-prices/price-list.ts'
import { createImportReader } from '../adapters/import-worker/reader.ts'
import { createJobs } from '../adapters/pg-boss/jobs.ts'
import { createBranchStore } from '../adapters/prisma/branch-store.ts'
import { createCatalogue } from '../adapters/prisma/catalogue-store.ts'
import { createConversationStore } from '../adapters/prisma/conversation-store.ts'
import { createCouncilStore } from '../adapters/prisma/council-store.ts'
import { createIdentityStore } from '../adapters/prisma/identity-store.ts'
import { createImportStore } from '../adapters/prisma/import-store.ts'
import { createLedger } from '../adapters/prisma/ledger-store.ts'
import { type Database, openDatabase } from '../adapters/prisma/open.ts'
import { createProviderCheckStore } from '../adapters/prisma/provider-check-store.ts'
import { createRetentionStore } from '../adapters/prisma/retention-store.ts'
import { createRunStore } from '../adapters/prisma/run-store.ts'
import { createTitleStore } from '../adapters/prisma/title-store.ts'
import { createProviderProbe } from '../adapters/provider-probe/index.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { systemIds } from '../adapters/system/ids.ts'
import { jsonLog } from '../adapters/system/log.ts'
import { OPERATOR_TENANT, type Ports } from '../services/context.ts'
import { catalogued } from '../services/models/index.ts'
import { createProviderWatch, watched } from '../services/providers/index.ts'
import { createEngine } from '../services/runs/index.ts'
import { titleAfter } from '../services/titles/index.ts'
import { type Env, readEnv } from './env.ts'
import { startJobsSoon } from './jobs.ts'
import { probeTargets } from './providers.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { configuredProviders } from './servers.ts'
import { openOnce } from './slot.ts'

/** Long enough for a start to have been answered, and shorter than anybody types a question. */
const WARM_AFTER_MS = 2_000

/** The product, put together once per process: every port with its adapter, and what the surfaces need beside them. */
export type Container = Ports & {
  secrets: Secrets
  appUrl: string | null
  apiToken: string | null
  env: Env
  /** Starts what is done outside of requests; returns at once. */
  startJobs(): void
  close(): Promise<void>
}

/** Puts the product together, once in this process. Pages and routes take it from `door.ts`, without the adapters. */
export function container(): Promise<Container> {
  return openOnce(() => build(readEnv()))
}

async function build(env: Env): Promise<Container> {
  const network = lateNetwork({ allowPrivate: env.ALLOW_PRIVATE_PROVIDERS })
  const served = configuredProviders(env)
  const real = providerModels({ providers: served, network })
  const database = await openDatabase({
    url: env.DATABASE_URL,
    dataDir: path.resolve(/*turbopackIgnore: true*/ env.DATA_DIR, 'pglite'),
    maxConnections: env.DATABASE_POOL_SIZE,
  })
  const {
    models: offered,
    catalogue,
    ...book
  } = catalogued(combineModels([real, demoModels({ clock: systemClock, pace: env.DEMO_PACE })]), {
    catalogue: createCatalogue(database),
    seed: genaiPrices(),
    clock: systemClock,
    log: jsonLog,
  })
  await book.open()
  const providerChecks = createProviderCheckStore(database)
  const probe = createProviderProbe(probeTargets(served), {
    fetch: async (...request) => (await network.load()).fetch(...request),
    isOffered: (provider) => offered.list().some((model) => model.provider === provider),
  })
  const providers = createProviderWatch(
    { clock: systemClock, log: jsonLog, store: providerChecks, probe },
    { seed: systemIds.secret(9), maxInFlight: env.PROVIDER_MAX_IN_FLIGHT, list: () => offered.list() },
  )
  const models = watched(offered, providers)
  const runs = createRunStore(database)
  const identity = createIdentityStore(database)
  const secrets = loadSecrets(path.resolve(/*turbopackIgnore: true*/ env.DATA_DIR))
  const jobs = createJobs(database, { log: jsonLog })
  const engine = createEngine(
    { models, runs, clock: systemClock, log: jsonLog },
    {
      ...engineOptions(env, database),
      onEnded(tenantId, run) {
        if (env.TITLE_MODEL !== 'off') void titleAfter({ jobs, log: jsonLog }, tenantId, run)
      },
    },
  )
  if (env.API_TOKEN) await identity.ensureTenant(OPERATOR_TENANT)
  await engine.start()
  systemClock.after(WARM_AFTER_MS, () => void real.warm())
  providers.start()
  const ports: Ports = {
    clock: systemClock,
    ids: systemIds,
    log: jsonLog,
    cursorKey: secrets.cursorKey,
    hasCheapReviewers: env.CHEAP_REVIEWERS,
    version: packageJson.version,
    branches: createBranchStore(database),
    conversations: createConversationStore(database),
    imports: createImportStore(database),
    importReader: createImportReader(process.cwd()),
    titles: createTitleStore(database),
    retention: createRetentionStore(database),
    sources: demoSources(),
    councils: createCouncilStore(database),
    providers,
    providerChecks,
    probes: [database.probe],
    models,
    catalogue,
    ledger: createLedger(database),
    runs,
    identity,
    engine,
    jobs,
  }
  return {
    ...ports,
    appUrl: env.APP_URL ?? null,
    apiToken: env.API_TOKEN ?? null,
    secrets,
    env,
    startJobs: () => startJobsSoon(ports, env),
    async close() {
      providers.end()
      await Promise.all([jobs.stop(env.DRAIN_GRACE_MS), engine.drain(env.DRAIN_GRACE_MS)])
      await Promise.all([providers.close(), book.close()])
      await database.close()
      await real.close()
    },
  }
}

function engineOptions(env: Env, database: Database) {
  const isEmbedded = database.kind === 'embedded'
  return {
    owner: systemIds.secret(9),
    leaseMs: env.LEASE_MS,
    keepMs: isEmbedded ? 500 : 100,
    sweepMs: 2_000,
    lingerMs: 60_000,
    isSoleOwner: isEmbedded,
  }
}
