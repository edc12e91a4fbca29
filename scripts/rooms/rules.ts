import { isBuiltin } from 'node:module'
import { isTest, type Place, packageOf, placeOf, resolveImport } from './places.ts'
import type { ImportUse, Source } from './source.ts'
import {
  ADAPTER_VENDORS,
  CORE_SCHEMA_VENDORS,
  IMPURE_FILES,
  IMPURE_ROOMS,
  MAX_ENTRY_LINES,
  MAX_LINES,
  TABLE,
  WITHOUT_TRANSLATION,
} from './table.ts'

export type Rule =
  | 'room'
  | 'vendor'
  | 'test-import'
  | 'server-only'
  | 'impure'
  | 'module-mock'
  | 'cycle'
  | 'length'
  | 'default-export'
  | 'name'
  | 'text'
export type Violation = { rule: Rule; path: string; line: number; message: string }
export type Exists = (file: string) => boolean

const IMPURE = new Set([
  'process.env',
  'Date.now',
  'new Date()',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
])
const MODULE_MOCKS = new Set(['vi.mock', 'vi.doMock', 'vi.hoisted', 'vi.importMock'])
const VAGUE_NAMES = /(^|\/)(utils?|helpers?|common|managers?)(\/|\.[a-z.]+$)/
const ENTRY_NAMES = /^app\/(?:.*\/)?(page\.tsx|route\.ts|actions\.ts)$/

/** Everything one file can break by itself; cycles need all of them. */
export function checkFile(source: Source, exists: Exists): Violation[] {
  const place = placeOf(source.path)
  const found: Violation[] = []
  const report = (rule: Rule, line: number, message: string) => found.push({ rule, path: source.path, line, message })

  for (const use of source.uses)
    if (MODULE_MOCKS.has(use.name)) report('module-mock', use.line, `${use.name}: pass the dependency in instead`)
  if (VAGUE_NAMES.test(source.path))
    report('name', 1, 'name it after what it does, not utils, helpers, common, manager')
  if (isTest(source.path)) return found

  if (source.lines > MAX_LINES) report('length', 1, `${source.lines} lines, at most ${MAX_LINES}`)
  if (ENTRY_NAMES.test(source.path) && source.lines > MAX_ENTRY_LINES)
    report('length', 1, `${source.lines} lines, an entry of the app has at most ${MAX_ENTRY_LINES}`)
  if (place.room === 'outside') return found

  for (const use of source.imports) checkImport(place, use, exists, report)
  checkPurity(place, source, report)
  if (!WITHOUT_TRANSLATION.test(source.path))
    for (const { text, line } of source.texts)
      report('text', line, `“${text.slice(0, 40)}” belongs to lib/messages, in every language`)
  if (source.defaultExportLine !== null && place.room !== 'app')
    report('default-export', source.defaultExportLine, 'only Next asks for default exports')
  return found
}

/** Puts the adapters together; only instrumentation loads it. */
const CONTAINER = 'lib/runtime/container.ts'

type Report = (rule: Rule, line: number, message: string) => void

function checkImport(place: Place, use: ImportUse, exists: Exists, report: Report): void {
  const target = resolveImport(place.path, use.specifier, exists)
  if (target === null) {
    checkVendor(place, use, report)
  } else if (isTest(target)) {
    report('test-import', use.line, `${target} belongs to tests`)
  } else {
    const reason = forbidden(place, placeOf(target), use)
    if (reason) report('room', use.line, `${place.room} may not import ${target}: ${reason}`)
  }
}

/** Why `from` may not import `to`, or null when it may. */
function forbidden(from: Place, to: Place, use: ImportUse): string | null {
  if (from.room === 'runtime' && to.path === 'package.json') return null
  if (to.room === 'outside' && to.path.endsWith('.css')) return null
  if (from.room === 'components' && from.folder === 'ui' && to.folder !== 'ui') return 'primitives know nothing of ours'
  if (from.room === 'app' && from.path.startsWith('app/') && to.path === CONTAINER && !use.typesOnly)
    return 'pages and routes take the container from lib/runtime/door.ts, so that adapters are loaded once'
  const access = TABLE[from.room as keyof typeof TABLE].rooms[to.room]
  if (!access) return `the ${to.room} room is closed to it`
  if (access === 'types' && !use.typesOnly) return 'types only (`import type`)'
  if (access === 'own' && to.folder !== from.folder) return 'an adapter knows its own folder only'
  if (access === 'door' && !isOpen(from, to, use)) return "another noun's index only"
  return null
}

/** A noun is entered by its index; the file at the top of the room (the context) is open to all and may name types. */
function isOpen(from: Place, to: Place, use: ImportUse): boolean {
  if (to.folder === null || to.folder === from.folder || to.path.endsWith('/index.ts')) return true
  return from.folder === null && use.typesOnly
}

function checkVendor(place: Place, use: ImportUse, report: Report): void {
  const name = packageOf(use.specifier, isBuiltin)
  const allowed = [...TABLE[place.room as keyof typeof TABLE].vendors]
  if (place.room === 'adapters') allowed.push(...(ADAPTER_VENDORS[place.folder ?? ''] ?? []))
  if (place.room === 'core' && place.path.endsWith('.schema.ts')) allowed.push(...CORE_SCHEMA_VENDORS)
  if (allowed.includes(name) || (name.startsWith('node:') && allowed.includes('node:'))) return
  report('vendor', use.line, `${place.room} may not import the package ${name}`)
}

function checkPurity(place: Place, source: Source, report: Report): void {
  if (IMPURE_ROOMS.includes(place.room)) {
    if (needsGuard(place, source) && source.firstImport !== 'server-only')
      report('server-only', 1, "begins with import 'server-only'")
    return
  }
  const allowed = IMPURE_FILES[source.path] ?? []
  for (const use of source.uses) {
    const name = [...IMPURE].find((impure) => use.name === impure || use.name.startsWith(`${impure}.`))
    if (name && use.name === name && !allowed.includes(name))
      report('impure', use.line, `${name} belongs to runtime and adapters; take it as an argument`)
  }
}

/** All of runtime; of the adapters what reaches out: a package, Node, the network, the clock. A shipped table does not. */
function needsGuard(place: Place, source: Source): boolean {
  if (source.isErased) return false
  if (place.room === 'runtime') return true
  const loadsPackage = source.imports.some(
    (use) => !use.typesOnly && resolveImport(place.path, use.specifier, () => false) === null,
  )
  return (
    loadsPackage ||
    source.uses.some((use) => use.name.startsWith('process.') || use.name === 'fetch' || IMPURE.has(use.name))
  )
}
