const FENCE = /^ {0,3}(`{3,}|~{3,})/
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/
/** A list longer than this may be cut between two of its items, so that the tail stays short. */
const LONG_TAIL = 2_000

/** A piece of a markdown source and where it begins. */
export type Block = { at: number; text: string }

/**
 * Cuts markdown where a block has certainly ended: at a blank line outside of a fence, before a line that cannot
 * continue what came before. Joined they are the source; all but the last never change while text is appended.
 */
export function splitBlocks(source: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  let fence: string | null = null
  let isAfterBlank = false
  for (let at = 0; at < source.length; ) {
    const newline = source.indexOf('\n', at)
    if (newline === -1 && fence === null && !isAfterBlank) break
    const line = source.slice(at, newline === -1 ? source.length : newline)
    if (fence === null && at > start && ((isAfterBlank && opensBlock(line)) || isLongList(source, start, at, line))) {
      blocks.push({ at: start, text: source.slice(start, at) })
      start = at
    }
    fence = nextFence(fence, line)
    isAfterBlank = line.trim() === ''
    if (newline === -1) break
    at = newline + 1
  }
  blocks.push({ at: start, text: source.slice(start) })
  return blocks
}

/** The text of a fence that the source leaves open, and its language; null when every fence is closed. */
export function openFence(block: string): { language: string; code: string } | null {
  const match = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\n`]*)\n/.exec(block)
  if (!match?.[1]) return null
  const code = block.slice(match[0].length)
  const closing = new RegExp(`^ {0,3}${match[1]}+[ \\t]*$`, 'm')
  return closing.test(code) ? null : { language: match[2]?.trim() ?? '', code }
}

/** After a blank line: an indented line or an item, even half of its marker, may still belong to the list before it. */
function opensBlock(line: string): boolean {
  return line !== '' && !/^\s/.test(line) && !LIST_ITEM.test(line) && !/^\d{1,9}$/.test(line)
}

function isLongList(source: string, start: number, at: number, line: string): boolean {
  return (
    at - start > LONG_TAIL &&
    /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line) &&
    LIST_ITEM.test(source.slice(start, start + 16))
  )
}

function nextFence(fence: string | null, line: string): string | null {
  const mark = FENCE.exec(line)?.[1]
  if (!mark) return fence
  if (fence === null) return mark
  const closes = mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark
  return closes ? null : fence
}
