import type { HistoryTurn, Seat } from './types.ts'

/** Fewer characters than tokens usually stand for, so that an estimate errs towards leaving out. */
export const CHARS_PER_TOKEN = 3

/** Kept free for an answer, in tokens; of a small window not more than a quarter. */
const REPLY_TOKENS = 2_000

/** Taken for a member that does not say how much it can read. */
const UNKNOWN_WINDOW_TOKENS = 16_000

/**
 * The newest earlier turns that fit into half of the smallest window, oldest first, and how many older ones do not.
 * `windowsTokens`: what each seat can read, in tokens; null where it does not say. `besides`: characters that go with them.
 */
export function historyWithin(
  turns: readonly HistoryTurn[],
  windowsTokens: readonly (number | null)[],
  besides = 0,
): { history: HistoryTurn[]; omitted: number } {
  const smallest = Math.min(...windowsTokens.map((tokens) => tokens ?? UNKNOWN_WINDOW_TOKENS))
  let room = Math.min(smallest / 2, smallest - replyTokens(smallest) - besides / CHARS_PER_TOKEN) * CHARS_PER_TOKEN
  let first = turns.length
  while (first > 0) {
    const turn = turns[first - 1] as HistoryTurn
    room -= turn.question.length + turn.answer.length
    if (room < 0) break
    first -= 1
  }
  return { history: turns.slice(first), omitted: first }
}

/** What each seat can read, in tokens: where so many characters are too much for its own model, the first stand-in's that holds them. */
export function windowsOf(seats: readonly Seat[], chars: number): (number | null)[] {
  const holds = ({ contextTokens: window }: Pick<Seat, 'contextTokens'>) =>
    window !== undefined && chars / CHARS_PER_TOKEN + replyTokens(window) <= window
  return seats.map((seat) => {
    if (seat.contextTokens === undefined || holds(seat)) return seat.contextTokens ?? null
    return seat.fallbacks?.find(holds)?.contextTokens ?? seat.contextTokens
  })
}

/** How many tokens of a window are kept free for the answer. */
export function replyTokens(window: number): number {
  return Math.min(REPLY_TOKENS, window / 4)
}
