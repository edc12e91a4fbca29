import type { HistoryTurn } from './types.ts'

/** Fewer characters than tokens usually stand for, so that an estimate errs towards leaving out. */
const CHARS_PER_TOKEN = 3

/** Taken for a member that does not say how much it can read. */
const UNKNOWN_WINDOW_TOKENS = 16_000

/**
 * The newest earlier turns that fit into half of the smallest window, oldest first, and how many older ones do not.
 * `windowsTokens`: what each seat can read, in tokens; null where it does not say.
 */
export function historyWithin(
  turns: readonly HistoryTurn[],
  windowsTokens: readonly (number | null)[],
): { history: HistoryTurn[]; omitted: number } {
  const smallest = Math.min(...windowsTokens.map((tokens) => tokens ?? UNKNOWN_WINDOW_TOKENS))
  let room = (smallest / 2) * CHARS_PER_TOKEN
  let first = turns.length
  while (first > 0) {
    const turn = turns[first - 1] as HistoryTurn
    room -= turn.question.length + turn.answer.length
    if (room < 0) break
    first -= 1
  }
  return { history: turns.slice(first), omitted: first }
}
