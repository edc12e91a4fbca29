import type { Trace } from './trace.ts'
import type { LogEntry } from './upstream/log.ts'
import { wordAt } from './upstream/words.ts'

/** The upstream's own record of one council run, by stage. Unix milliseconds. */
export type RunSpans = { answers: LogEntry[]; reviews: LogEntry[]; verdict: LogEntry }

/** Sorts a run's requests into stages: reviews ask for JSON, answers come before them, the verdict after. */
export function spansOf(entries: LogEntry[]): RunSpans {
  const reviews = entries.filter((entry) => entry.structured)
  const firstReview = Math.min(...reviews.map((entry) => entry.t0))
  const answers = entries.filter((entry) => !entry.structured && entry.t0 < firstReview)
  const verdict = entries.find((entry) => !entry.structured && entry.t0 > firstReview)
  if (!verdict || answers.length === 0 || reviews.length === 0) {
    throw new Error(`not a whole council: ${entries.length} requests, ${reviews.length} of them reviews`)
  }
  return { answers, reviews, verdict }
}

/** Slowest answer, slowest review and verdict: the least time any council could have taken. */
export function criticalPathMs({ answers, reviews, verdict }: RunSpans): number {
  return slowest(answers) + slowest(reviews) + span(verdict)
}

/** What the product adds between the upstream's own spans. */
export function gapsMs(trace: Trace, { answers, reviews, verdict }: RunSpans) {
  const lastStart = (entries: LogEntry[]) => Math.max(...entries.map((entry) => entry.t0))
  const lastEnd = (entries: LogEntry[]) => Math.max(...entries.map((entry) => entry.done as number))
  return {
    admission: lastStart(answers) - trace.postedAt,
    review: lastStart(reviews) - lastEnd(answers),
    verdict: verdict.t0 - lastEnd(reviews),
    final: trace.endedAt - (verdict.done as number),
  }
}

/** Milliseconds from the upstream's socket to the viewer, of each call's first token and of all later ones. */
export function delaysMs(trace: Trace, spans: RunSpans): { first: number[]; later: number[] } {
  const first: number[] = []
  const later: number[] = []
  for (const growth of trace.growths) {
    const entries = growth.stage === 'final_response' ? [spans.verdict] : spans.answers
    const entry = entries.find((candidate) => growth.model.endsWith(candidate.model))
    if (!entry || growth.points.length === 0) continue
    const [one, ...rest] = tokenDelaysMs(growth.points, entry, null)
    if (one) first.push(one.delayMs)
    later.push(...rest.map(({ delayMs }) => delayMs))
  }
  return { first, later }
}

/**
 * The delay of every token of one call, with when it was sent. A token that was not seen waited until the viewer left;
 * where that is null it is left out.
 */
export function tokenDelaysMs(
  points: { at: number; chars: number }[],
  entry: LogEntry,
  leftAt: number | null,
): { sentAt: number; delayMs: number }[] {
  let chars = 0
  let point = 0
  return entry.sentAt.flatMap((offset, i) => {
    chars += wordAt(entry.model, i).length
    while (point < points.length && (points[point]?.chars ?? 0) < chars) point += 1
    const seenAt = points[point]?.at ?? leftAt
    const sentAt = entry.t0 + offset
    return seenAt === null ? [] : [{ sentAt, delayMs: seenAt - sentAt }]
  })
}

function span(entry: LogEntry): number {
  return (entry.done as number) - entry.t0
}

function slowest(entries: LogEntry[]): number {
  return Math.max(...entries.map(span))
}
