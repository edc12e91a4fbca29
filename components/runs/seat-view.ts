import { wordCount } from '@/lib/core/council/figures.ts'
import { callOf, hasEnded, outReason } from '@/lib/core/council/select.ts'
import type { CallState, RunState } from '@/lib/core/council/state.ts'
import type { FailureReason, RunLimits, Seat, SeatId, StageId } from '@/lib/core/council/types.ts'
import type { RunWords } from './words.ts'

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
  /** Where something went wrong or is unusual; `noteOf` says it. */
  note: SeatNote | null
  /** The text was cut short and is kept as it is. */
  isPartial: boolean
}

/** What there is to say about a seat beside its text. */
export type SeatNote =
  | { kind: 'kept' | 'keptPartial' | 'length' }
  | { kind: 'failed' | 'trying'; reason: FailureReason; limits: RunLimits }

/** The note of a seat as a sentence; empty where there is none. */
export function noteOf({ note, seat }: Pick<SeatView, 'note' | 'seat'>, { t, failureSentence }: RunWords): string {
  if (note === null) return ''
  if (!('reason' in note)) return t(`note.${note.kind}`)
  const failure = failureSentence(note.reason, seat.name, note.limits)
  return note.kind === 'failed' ? failure : t('note.trying', { failure })
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
    note: findNote(run, stage, seat, call, status),
    isPartial: (status === 'failed' || status === 'stopped') && text !== '',
  }
}

function reusedView(run: RunState, id: SeatId): SeatView | null {
  const reused = run.plan.reused.find((entry) => entry.seat === id)
  const seat = run.plan.seats.find((candidate) => candidate.id === id)
  if (!reused || !seat) return null
  const { text, partial } = reused
  const note = { kind: partial ? 'keptPartial' : 'kept' } as const
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

function findNote(
  run: RunState,
  stage: StageId,
  seat: Seat,
  call: CallState | null,
  status: SeatStatus,
): SeatNote | null {
  const { limits } = run.plan
  if (status === 'failed') {
    const reason = outReason(run, stage, seat.id) ?? call?.reason ?? 'stopped'
    return { kind: 'failed', reason, limits }
  }
  if (status === 'stopped') return null
  if (call?.finish === 'length') return { kind: 'length' }
  const before = run.calls.findLast((c) => c.stage === stage && c.seat === seat.id && c.status === 'failed')
  if (!before?.reason || status === 'done') return null
  return { kind: 'trying', reason: before.reason, limits }
}
