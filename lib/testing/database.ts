import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Database } from '../adapters/prisma/database.ts'
import { openInMemory, overPGlite } from '../adapters/prisma/embedded.ts'
import { migrate, readMigrations } from '../adapters/prisma/migrate.ts'

const root = path.resolve(import.meta.dirname, '../..')
const migrationsDir = path.join(root, 'prisma/migrations')

/** A migrated database in memory, all its own: the twin that every suite may use instead of a server. */
export async function memoryDatabase(): Promise<Database> {
  return openInMemory(await template())
}

/** Makes `dataDir` a migrated data directory in a moment, for tests that start the product itself. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  await mkdir(path.dirname(dataDir), { recursive: true })
  const glite = await PGlite.create(dataDir, { loadDataDir: await template() })
  await glite.close()
}

let loading: Promise<Blob> | null = null

/** The dump of a migrated data directory, made once per set of migrations and shared by all test processes. */
function template(): Promise<Blob> {
  loading ??= loadTemplate()
  return loading
}

async function loadTemplate(): Promise<Blob> {
  const file = path.join(root, '.cache', `database-${await fingerprint()}.tar`)
  const found = await readFile(file).catch(() => null)
  if (found) return new Blob([found])
  const dump = await makeTemplate()
  await mkdir(path.dirname(file), { recursive: true })
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()))
  await rename(draft, file)
  return dump
}

async function makeTemplate(): Promise<Blob> {
  const glite = await PGlite.create('memory://')
  const db = overPGlite(glite, () => {})
  await migrate(db.pool, migrationsDir)
  const dump = await glite.dumpDataDir('none')
  await db.close()
  return dump
}

async function fingerprint(): Promise<string> {
  const migrations = await readMigrations(migrationsDir)
  const engine = await readFile(path.join(root, 'node_modules/@electric-sql/pglite/package.json'))
  const hash = createHash('sha256').update(engine)
  for (const { name, checksum } of migrations) hash.update(name).update(checksum)
  return hash.digest('hex').slice(0, 16)
}
