import path from 'node:path'
import type { Room } from './table.ts'

/** Where a file lives: its room, and the folder within it (an adapter's vendor, a service's noun). */
export type Place = { path: string; room: Room; folder: string | null }

const LIB_ROOMS = new Set(['core', 'ports', 'adapters', 'services', 'api', 'client', 'runtime', 'messages', 'testing'])
const ENTRY_FILES = /^(middleware|proxy|instrumentation|instrumentation-node|instrumentation-client)\.ts$/
const EXTENSIONS = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx']

export function placeOf(file: string): Place {
  const [first = '', second = '', third = '', ...rest] = file.split('/')
  if (first === 'lib' && LIB_ROOMS.has(second))
    return { path: file, room: second as Room, folder: rest.length > 0 || third.includes('.') === false ? third : null }
  if (first === 'components') return { path: file, room: 'components', folder: third ? second : null }
  if (first === 'app' || ENTRY_FILES.test(file)) return { path: file, room: 'app', folder: null }
  return { path: file, room: 'outside', folder: null }
}

/** Tests, contract suites and their fixtures import what they like, and nobody imports them. */
export function isTest(file: string): boolean {
  return /\.(test|contract|fixture)\.[a-z]+$/.test(file) || placeOf(file).room === 'testing'
}

/** The repository path an import leads to, or null for a package. `exists` answers for files of the repository. */
export function resolveImport(from: string, specifier: string, exists: (file: string) => boolean): string | null {
  const base = specifier.startsWith('@/')
    ? path.posix.normalize(specifier.slice(2))
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier)
      : null
  if (base === null) return null
  return EXTENSIONS.map((extension) => base + extension).find(exists) ?? base
}

/** `@scope/name/deep` is `@scope/name`; Node's own modules are `node:…` with or without the prefix. */
export function packageOf(specifier: string, isBuiltin: (name: string) => boolean): string {
  if (specifier.startsWith('node:')) return specifier
  if (isBuiltin(specifier)) return `node:${specifier}`
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
