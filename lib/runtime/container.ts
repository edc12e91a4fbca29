import 'server-only'
import path from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { combineModels } from '../adapters/ai-sdk/combine.ts'
import { compatibleModels } from '../adapters/ai-sdk/models.ts'
import { demoModels } from '../adapters/demo/index.ts'
import { demoSources } from '../adapters/demo/library.ts'
import { createBranchStore } from '../adapters/prisma/branch-store.ts'
import { createConversationStore } from '../adapters/prisma/conversation-store.ts'
import { createCouncilStore } from '../adapters/prisma/council-store.ts'
import { createIdentityStore } from '../adapters/prisma/identity-store.ts'
import { createImportStore } from '../adapters/prisma/import-store.ts'
import { type Database, openDatabase } from '../adapters/prisma/open.ts'
import { createRunStore } from '../adapters/prisma/run-store.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { systemIds } from '../adapters/system/ids.ts'
import { jsonLog } from '../adapters/system/log.ts'
import { OPERATOR_TENANT, type Ports } from '../services/context.ts'
import { createEngine } from '../services/runs/index.ts'
import { type Env, readEnv } from './env.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { configuredServers } from './servers.ts'

/** The product, put together once per process: every port with its adapter, and what the surfaces need beside them. */
export type Container = Ports & {
  secrets: Secrets
  appUrl: string | null
  apiToken: string | null
  env: Env
  close(): Promise<void>
}

const SLOT = Symbol.for('llm-council.container')
const slot = globalThis as typeof globalThis & { [SLOT]?: Promise<Container> }

/** This process's container. Instrumentation and routes are separate module graphs, so it lives on `globalThis`. */
export function container(): Promise<Container> {
  slot[SLOT] ??= build(readEnv()).catch((error) => {
    delete slot[SLOT]
    throw error
  })
  return slot[SLOT]
}

/** What route handlers enter the product through. */
export const apiDoor = { load: container, now: systemClock.now }

async function build(env: Env): Promise<Container> {
  const servers = await configuredServers(env)
  const database = await openDatabase({
    url: env.DATABASE_URL,
    dataDir: path.resolve(/*turbopackIgnore: true*/ env.DATA_DIR, 'pglite'),
    maxConnections: env.DATABASE_POOL_SIZE,
  })
  const compatible = compatibleModels({ servers })
  const models = combineModels([compatible, demoModels({ clock: systemClock, pace: env.DEMO_PACE })])
  const runs = createRunStore(database)
  const identity = createIdentityStore(database)
  const secrets = loadSecrets(path.resolve(/*turbopackIgnore: true*/ env.DATA_DIR))
  const engine = createEngine({ models, runs, clock: systemClock, log: jsonLog }, engineOptions(env, database))
  if (env.API_TOKEN) await identity.ensureTenant(OPERATOR_TENANT)
  await engine.start()
  return {
    clock: systemClock,
    ids: systemIds,
    log: jsonLog,
    cursorKey: secrets.cursorKey,
    version: packageJson.version,
    branches: createBranchStore(database),
    conversations: createConversationStore(database),
    imports: createImportStore(database),
    sources: demoSources(),
    councils: createCouncilStore(database),
    probes: [database.probe],
    appUrl: env.APP_URL ?? null,
    apiToken: env.API_TOKEN ?? null,
    models,
    runs,
    identity,
    engine,
    secrets,
    env,
    async close() {
      await engine.drain(env.DRAIN_GRACE_MS)
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
