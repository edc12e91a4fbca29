const FENCE = /^ {0,3}(`{3,}|~{3,})/
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/
/** Enough characters to see whether a block begins with an item. */
const LIST_MARKER = 16
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
    const isInList = LIST_ITEM.test(source.slice(start, start + LIST_MARKER))
    const isCut = isAfterBlank && opensBlock(line, isInList)
    if (fence === null && at > start && (isCut || (isInList && isLongListItem(line, at - start)))) {
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

/** After a blank line: an indented line, or in a list an item, even half of its marker, may belong to what came before. */
function opensBlock(line: string, isInList: boolean): boolean {
  if (line === '' || /^\s/.test(line)) return false
  return !isInList || (!LIST_ITEM.test(line) && !/^\d{1,9}$/.test(line))
}

function isLongListItem(line: string, listLength: number): boolean {
  return listLength > LONG_TAIL && /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line)
}

function nextFence(fence: string | null, line: string): string | null {
  const mark = FENCE.exec(line)?.[1]
  if (!mark) return fence
  if (fence === null) return mark
  const closes = mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark
  return closes ? null : fence
}
