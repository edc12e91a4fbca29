import { findCycles } from './cycles.ts'
import { isTest, placeOf, resolveImport } from './places.ts'
import { checkFile, type Violation } from './rules.ts'
import { readSource } from './source.ts'

/** Checks a whole tree, given as repository path → text. */
export function checkTree(files: ReadonlyMap<string, string>): Violation[] {
  const exists = (file: string) => files.has(file)
  const sources = [...files]
    .filter(([file]) => /\.(ts|tsx|mjs)$/.test(file))
    .map(([file, text]) => readSource(file, text))
  const rooms = sources.filter((source) => placeOf(source.path).room !== 'outside' && !isTest(source.path))
  const graph = new Map(
    rooms.map((source) => [
      source.path,
      source.imports.flatMap((use) => resolveImport(source.path, use.specifier, exists) ?? []),
    ]),
  )
  const cycles = findCycles(graph).map(
    (group): Violation => ({ rule: 'cycle', path: group[0] as string, line: 1, message: group.join(' ↔ ') }),
  )
  return [...sources.flatMap((source) => checkFile(source, exists)), ...cycles]
}
