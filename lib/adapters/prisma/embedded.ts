import 'server-only'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Database, databaseOver } from './database.ts'
import { embeddedPool } from './embedded-pool.ts'
import { lockDirectory } from './lock.ts'

/** Opens PGlite in a directory that this process then owns. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const dir = path.resolve(/*turbopackIgnore: true*/ dataDir)
  mkdirSync(path.dirname(dir), { recursive: true })
  const unlock = await lockDirectory(dir)
  try {
    await prepare(dir)
    return overPGlite(await PGlite.create(dir), unlock)
  } catch (error) {
    unlock()
    throw new Error(`The data in ${dir} could not be opened.`, { cause: error })
  }
}

/** Opens a PGlite that lives in memory, empty or from a dump of a data directory. */
export async function openInMemory(dump?: Blob): Promise<Database> {
  return overPGlite(await PGlite.create('memory://', dump ? { loadDataDir: dump } : {}), () => {})
}

/** A first start that is killed half-way must not leave half a cluster: it is made beside its place, then moved there. */
async function prepare(dir: string): Promise<void> {
  if (existsSync(dir)) return
  const draft = `${dir}.new`
  rmSync(draft, { recursive: true, force: true })
  const db = await PGlite.create(draft)
  await db.close()
  renameSync(draft, dir)
}

/** The one-connection pool over a PGlite that is already open; closing it closes the PGlite and then calls `unlock`. */
export function overPGlite(db: PGlite, unlock: () => void): Database {
  return databaseOver('embedded', embeddedPool(db), async () => {
    await db.close()
    unlock()
  })
}
