import { wordCount } from '@/lib/core/council/figures.ts'
import { limitsOfModel } from '@/lib/core/council/patience.ts'
import { callOf, hasEnded, outReason, seatOf, sitterOf } from '@/lib/core/council/select.ts'
import type { CallState, RunState } from '@/lib/core/council/state.ts'
import type { FailureReason, ModelId, RunLimits, Seat, SeatId, StageId } from '@/lib/core/council/types.ts'
import type { RunWords } from './words.ts'

/** Where a seat is in a stage. `working`: asked, nothing written yet. */
export type SeatStatus = 'waiting' | 'working' | 'writing' | 'done' | 'stopped' | 'failed'

export type SeatView = {
  /** The seat with whoever sits there for the stage. */
  seat: Seat
  /** Whose place that is, where it is not the chosen model's own; its name. */
  insteadOf: string | null
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
  | { kind: 'failed' | 'trying'; reason: FailureReason; who: string; limits: RunLimits }

/** The note of a seat as a sentence; empty where there is none. */
export function noteOf({ note }: Pick<SeatView, 'note'>, { t, failureSentence }: RunWords): string {
  if (note === null) return ''
  if (!('reason' in note)) return t(`note.${note.kind}`)
  const failure = failureSentence(note.reason, note.who, note.limits)
  return note.kind === 'failed' ? failure : t('note.trying', { failure })
}

/** The members of a run as they are shown, in seat order. */
export function memberViews(run: RunState): SeatView[] {
  return run.plan.members.map((id) => reusedView(run, id) ?? seatView(run, 'first_opinions', id))
}

/** One seat in one stage. */
export function seatView(run: RunState, stage: StageId, id: SeatId): SeatView {
  const seat = sitterOf(run, stage, id)
  const call = callOf(run, stage, id)
  const status = statusOf(run, stage, id, call)
  const text = call?.text ?? ''
  return {
    seat,
    insteadOf: chosenName(run, seat),
    status,
    text,
    words: wordCount(text),
    chars: call?.chars ?? 0,
    tookMs: call?.endedAt ? call.endedAt - call.startedAt || null : null,
    note: findNote(run, stage, id, call, status),
    isPartial: (status === 'failed' || status === 'stopped') && text !== '',
  }
}

function reusedView(run: RunState, id: SeatId): SeatView | null {
  const reused = run.plan.reused.find((entry) => entry.seat === id)
  if (!reused) return null
  const seat = sitterOf(run, 'first_opinions', id)
  const { text, partial } = reused
  const note = { kind: partial ? 'keptPartial' : 'kept' } as const
  const words = wordCount(text)
  const shown = { seat, insteadOf: chosenName(run, seat), status: 'done' as const, text, words, chars: text.length }
  return { ...shown, tookMs: null, note, isPartial: partial }
}

function chosenName(run: RunState, { id, model }: Seat): string | null {
  const chosen = seatOf(run, id)
  return chosen.model === model ? null : chosen.name
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
  seat: SeatId,
  call: CallState | null,
  status: SeatStatus,
): SeatNote | null {
  const failed = (model: ModelId | undefined, standIn: string | undefined) => {
    const chosen = seatOf(run, seat)
    return { who: standIn ?? chosen.name, limits: limitsOfModel(run.plan.limits, model ?? chosen.model) }
  }
  if (status === 'failed') {
    const reason = outReason(run, stage, seat) ?? call?.reason ?? 'stopped'
    return { kind: 'failed', reason, ...failed(call?.model, call?.standIn?.name) }
  }
  if (status === 'stopped') return null
  if (call?.finish === 'length') return { kind: 'length' }
  const before = run.calls.findLast((c) => c.stage === stage && c.seat === seat && c.status === 'failed')
  if (!before?.reason || status === 'done') return null
  return { kind: 'trying', reason: before.reason, ...failed(before.model, before.standIn?.name) }
}
