// Writes the Prisma client, offline and quietly, only when the schema or Prisma itself has changed.
// Runs on Node 20; Prisma is started on the Node 24 that npm installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const output = path.join(root, 'lib/adapters/prisma/generated')
const stamp = path.join(output, '.schema-hash')
const modules = path.join(root, 'node_modules')

/** Generates the client if it is missing or stale; throws with Prisma's own words when that fails. */
export function generate() {
  const hash = schemaHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  const bin = path.join(modules, '.bin')
  const node = path.join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const result = spawnSync(
    existsSync(node) ? node : process.execPath,
    [path.join(modules, 'prisma/build/index.js'), 'generate'],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
        PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, 'scripts/schema-engine.mjs'),
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  )
  if (result.status !== 0) {
    throw new Error(`prisma generate failed:\n${result.error?.message ?? ''}${result.stdout}${result.stderr}`)
  }
  writeFileSync(stamp, hash)
}

function schemaHash() {
  const dir = path.join(root, 'prisma/schema')
  const hash = createHash('sha256').update(readFileSync(path.join(modules, 'prisma/package.json')))
  for (const name of readdirSync(dir).sort()) hash.update(name).update(readFileSync(path.join(dir, name)))
  return hash.digest('hex')
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    generate()
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
