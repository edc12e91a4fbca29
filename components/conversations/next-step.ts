import type { Pulse } from './pulse.ts'
import type { Queued } from './queue.ts'

/** What is to be done about the first question of a queue. */
export type NextStep =
  | { kind: 'nothing' }
  /** Something runs, or this page does not know yet of the run it waits for. */
  | { kind: 'wait'; item: Queued }
  /** Only by hand; `why` is a text of `queue`, or a sentence of the server. */
  | { kind: 'held'; item: Queued; why: string }
  | { kind: 'send'; item: Queued }
  /** It was taken, here or in another tab, and this page has to be read again. */
  | { kind: 'show'; item: Queued }
  /** It stands on the page. */
  | { kind: 'drop'; item: Queued }

/** Decides for a page that shows `pulse`. A question goes out by itself only after a run that came to its end. */
export function nextStep(queue: readonly Queued[], { newest, liveRunId }: Pulse): NextStep {
  const item = queue[0]
  if (!item) return { kind: 'nothing' }
  const isShown = (runId: string) => newest !== null && newest.runId >= runId
  if (item.runId !== null) return { kind: isShown(item.runId) ? 'drop' : 'show', item }
  if (item.problem !== null) return { kind: 'held', item, why: item.problem }
  if (liveRunId !== null) return { kind: 'wait', item }
  if (item.isUrgent) return { kind: 'send', item }
  if (!isShown(item.after)) return { kind: 'wait', item }
  if (newest?.status === 'completed') return { kind: 'send', item }
  const why = newest?.status === 'cancelled' ? 'answerStopped' : 'answerFailed'
  return { kind: 'held', item, why }
}
