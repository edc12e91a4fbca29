import { type Block, splitBlocks } from './blocks.ts'

/** So many blocks are compared as one, once all of them are finished. */
const GROUP = 24

/**
 * Reads a growing source: what was finished before is handed out again, the same objects, and only the tail is cut anew.
 * A source that is not a continuation is read from its start.
 */
export function createBlockReader(): (source: string) => Block[][] {
  let known: string | null = null
  let groups: Block[][] = []
  return (source) => {
    if (source === known) return groups
    if (known === null || !source.startsWith(known)) groups = []
    const full = groups.slice(0, -1)
    const open = groups.at(-1) ?? []
    const from = open.at(-1)?.at ?? 0
    const fresh = splitBlocks(source.slice(from)).map(({ at, text }) => ({ at: from + at, text }))
    const rest = [...open.slice(0, -1), ...fresh]
    while (rest.length > GROUP) full.push(rest.splice(0, GROUP))
    groups = [...full, rest]
    known = source
    return groups
  }
}
