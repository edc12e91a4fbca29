import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SKIPPED =
  /(^|\/)(node_modules|generated|testing|\..*)(\/|$)|\.(test|contract|fixture)\.[a-z]+$|^(next-env\.d|vitest\.config|playwright\.config)\.m?[tj]s$/

/** What a build depends on: the product's sources. Not tsconfig.json, which Next rewrites while it builds. */
export const BUILD_INPUTS = ['app', 'components', 'lib', 'prisma', 'public', 'package-lock.json', /^[^/]+\.(mjs|ts)$/]

/** One hash over the names and contents of `inputs` (paths, or patterns for files at the top) below `root`. */
export function fingerprint(root, inputs, extra = '') {
  const hash = createHash('sha256').update(extra)
  for (const file of listInputs(root, inputs)) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

export function listInputs(root, inputs) {
  const top = readdirSync(root).filter((name) => inputs.some((input) => input instanceof RegExp && input.test(name)))
  const named = inputs.filter((input) => typeof input === 'string' && existsSync(path.join(root, input)))
  return [...new Set([...top, ...named])].flatMap((entry) => walk(root, entry)).sort()
}

function walk(root, entry) {
  if (SKIPPED.test(entry)) return []
  try {
    return readdirSync(path.join(root, entry)).flatMap((name) => walk(root, `${entry}/${name}`))
  } catch (error) {
    if (error.code === 'ENOTDIR') return [entry]
    throw error
  }
}

/**
 * Runs `work` unless `stamp` says that it was done for this fingerprint. The stamp goes first and comes back last, so
 * that work which is interrupted is done again. Resolves with whether it ran.
 */
export async function onceFor(stamp, print, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return false
  rmSync(stamp, { force: true })
  await work()
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, print)
  return true
}
