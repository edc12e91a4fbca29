import { wordCount } from '@/lib/core/council/figures.ts'
import { callOf, hasEnded, outReason } from '@/lib/core/council/select.ts'
import { failureSentence } from '@/lib/core/council/sentences.ts'
import type { CallState, RunState } from '@/lib/core/council/state.ts'
import type { Seat, SeatId, StageId } from '@/lib/core/council/types.ts'

/** Where a seat is in a stage. `working`: asked, nothing written yet. */
export type SeatStatus = 'waiting' | 'working' | 'writing' | 'done' | 'stopped' | 'failed'

export type SeatView = {
  seat: Seat
  status: SeatStatus
  text: string
  words: number
  chars: number
  /** From the request to the end of the call; null while it runs, and where nobody measured it (an import). */
  tookMs: number | null
  /** A sentence where something went wrong or is unusual. */
  note: string | null
  /** The text was cut short and is kept as it is. */
  isPartial: boolean
}

export const STATUS_WORDS: Record<SeatStatus, string> = {
  waiting: 'Waiting',
  working: 'Reading',
  writing: 'Writing',
  done: 'Done',
  stopped: 'Stopped',
  failed: 'Failed',
}

/** The members of a run as they are shown, in seat order. */
export function memberViews(run: RunState): SeatView[] {
  return run.plan.members.map((id) => reusedView(run, id) ?? seatView(run, 'first_opinions', id))
}

/** One seat in one stage. */
export function seatView(run: RunState, stage: StageId, id: SeatId): SeatView {
  const seat = run.plan.seats.find((candidate) => candidate.id === id) as Seat
  const call = callOf(run, stage, id)
  const status = statusOf(run, stage, id, call)
  const text = call?.text ?? ''
  return {
    seat,
    status,
    text,
    words: wordCount(text),
    chars: call?.chars ?? 0,
    tookMs: call?.endedAt ? call.endedAt - call.startedAt || null : null,
    note: noteOf(run, stage, seat, call, status),
    isPartial: (status === 'failed' || status === 'stopped') && text !== '',
  }
}

function reusedView(run: RunState, id: SeatId): SeatView | null {
  const reused = run.plan.reused.find((entry) => entry.seat === id)
  const seat = run.plan.seats.find((candidate) => candidate.id === id)
  if (!reused || !seat) return null
  const { text, partial } = reused
  const note = partial ? 'Kept from the earlier run, where it was cut short.' : 'Kept from the earlier run.'
  const words = wordCount(text)
  return { seat, status: 'done', text, words, chars: text.length, tookMs: null, note, isPartial: partial }
}

function statusOf(run: RunState, stage: StageId, id: SeatId, call: CallState | null): SeatStatus {
  if (call?.status === 'completed') return 'done'
  const out = outReason(run, stage, id)
  if ((out ?? call?.reason) === 'stopped') return 'stopped'
  if (out !== null) return 'failed'
  if (call === null) return hasEnded(run) ? 'stopped' : 'waiting'
  if (hasEnded(run)) return call.status === 'failed' ? 'failed' : 'stopped'
  if (call.status === 'failed') return 'working'
  return call.chars > 0 ? 'writing' : 'working'
}

function noteOf(run: RunState, stage: StageId, seat: Seat, call: CallState | null, status: SeatStatus): string | null {
  if (status === 'failed') {
    const reason = outReason(run, stage, seat.id) ?? call?.reason ?? 'stopped'
    return failureSentence(reason, seat.name, run.plan.limits)
  }
  if (status === 'stopped') return null
  if (call?.finish === 'length') return 'It reached its length limit and ends early.'
  const before = run.calls.findLast((c) => c.stage === stage && c.seat === seat.id && c.status === 'failed')
  if (!before?.reason || status === 'done') return null
  return `${failureSentence(before.reason, seat.name, run.plan.limits)} Trying again.`
}
