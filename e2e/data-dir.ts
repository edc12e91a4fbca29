import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const ROOT = path.resolve(import.meta.dirname, '..')
const NODE = path.join(ROOT, 'node_modules/node/bin/node')
const FLAGS = ['--conditions=react-server', '--experimental-transform-types', '--disable-warning=ExperimentalWarning']

/** A data directory of its own for one server, with a migrated, empty database: copied, not made anew each time. */
export async function freshDataDir(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'llm-council-test-'))
  await cp(await template(), path.join(dir, 'pglite'), { recursive: true })
  return dir
}

let making: Promise<string> | null = null

function template(): Promise<string> {
  making ??= findOrMake()
  return making
}

/** One per set of migrations. Several processes may make it at once; the first one to finish wins. */
async function findOrMake(): Promise<string> {
  const dir = path.join(ROOT, '.cache', `data-dir-${await fingerprint()}`)
  if (await exists(dir)) return dir
  await mkdir(path.dirname(dir), { recursive: true })
  const draft = path.join(await mkdtemp(`${dir}-`), 'pglite')
  await promisify(execFile)(NODE, [...FLAGS, path.join(import.meta.dirname, 'prepare-data-dir.ts'), draft], {
    cwd: ROOT,
  })
  await rename(draft, dir).catch((error: unknown) => exists(dir).then((isThere) => isThere || Promise.reject(error)))
  return dir
}

async function fingerprint(): Promise<string> {
  const migrations = path.join(ROOT, 'prisma/migrations')
  const hash = createHash('sha256')
  for (const name of (await readdir(migrations)).sort()) {
    const file = path.join(migrations, name, 'migration.sql')
    if (await exists(file)) hash.update(name).update(await readFile(file))
  }
  hash.update(await readFile(path.join(ROOT, 'node_modules/@electric-sql/pglite/package.json')))
  return hash.digest('hex').slice(0, 16)
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
