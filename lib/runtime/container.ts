import 'server-only'
import path from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { combineModels } from '../adapters/ai-sdk/combine.ts'
import { compatibleModels } from '../adapters/ai-sdk/models.ts'
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
import { createRetentionStore } from '../adapters/prisma/retention-store.ts'
import { createRunStore } from '../adapters/prisma/run-store.ts'
import { createTitleStore } from '../adapters/prisma/title-store.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { systemIds } from '../adapters/system/ids.ts'
import { jsonLog } from '../adapters/system/log.ts'
import { OPERATOR_TENANT, type Ports } from '../services/context.ts'
import { catalogued } from '../services/models/index.ts'
import { createEngine } from '../services/runs/index.ts'
import { titleAfter } from '../services/titles/index.ts'
import { type Env, readEnv } from './env.ts'
import { startJobsSoon } from './jobs.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { configuredServers } from './servers.ts'
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
  const servers = await configuredServers(env)
  const database = await openDatabase({
    url: env.DATABASE_URL,
    dataDir: path.resolve(/*turbopackIgnore: true*/ env.DATA_DIR, 'pglite'),
    maxConnections: env.DATABASE_POOL_SIZE,
  })
  const compatible = compatibleModels({ servers })
  const { models, catalogue, ...book } = catalogued(
    combineModels([compatible, demoModels({ clock: systemClock, pace: env.DEMO_PACE })]),
    { catalogue: createCatalogue(database), seed: genaiPrices(), clock: systemClock, log: jsonLog },
  )
  await book.open()
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
  systemClock.after(WARM_AFTER_MS, () => void compatible.warm())
  const ports: Ports = {
    clock: systemClock,
    ids: systemIds,
    log: jsonLog,
    cursorKey: secrets.cursorKey,
    version: packageJson.version,
    branches: createBranchStore(database),
    conversations: createConversationStore(database),
    imports: createImportStore(database),
    importReader: createImportReader(process.cwd()),
    titles: createTitleStore(database),
    retention: createRetentionStore(database),
    sources: demoSources(),
    councils: createCouncilStore(database),
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
      await Promise.all([jobs.stop(env.DRAIN_GRACE_MS), engine.drain(env.DRAIN_GRACE_MS)])
      await book.close()
      await database.close()
      await compatible.close()
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
