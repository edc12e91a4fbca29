import type {
  Ballot,
  Cost,
  FailureReason,
  Label,
  Quality,
  QualityReason,
  ReviewSkipped,
  SeatId,
  StageId,
  StandIn,
  Tally,
  Usage,
} from './types.ts'

/** Version of the event shapes below; stored with every row. */
export const EVENT_VERSION = 1

type CallKey = { stage: StageId; seat: SeatId; attempt: number }

/**
 * Everything that can happen to a run, as it is logged. Text does not live in events: it streams as deltas and is stored
 * with the call; `call.completed` and `call.failed` carry it only in process (`text`), and say how long it is (`chars`).
 */
export type RunEventBody =
  | { type: 'run.started' }
  | { type: 'run.resumed'; epoch: number }
  | { type: 'stage.started'; stage: StageId }
  | ({
      type: 'call.started'
      model: string
      prompt: string
      labels: Label[]
      /** Where `model` is not the one that was chosen for the seat. */
      standIn?: StandIn
      /** How many of the oldest earlier turns were left out, so that the request fits; absent where none were. */
      leftOut?: number
    } & CallKey)
  | { type: 'seat.reset'; stage: StageId; seat: SeatId; attempt: number }
  | ({
      type: 'call.completed'
      chars: number
      text?: string
      finish: 'stop' | 'length'
      usage: Usage
      cost: Cost
      /** Milliseconds from the request to the first character; null when nothing was measured. */
      firstTokenMs: number | null
    } & CallKey)
  | ({
      type: 'call.failed'
      chars: number
      text?: string
      reason: FailureReason
      /** A sentence without vendor text or secrets. */
      message: string
      usage: Usage
      cost: Cost
      firstTokenMs: number | null
      /** Unix milliseconds before which the seat must not start again; null when it may not start again at all. */
      retryAt: number | null
      /** The model that is to be asked then, where it is another one. */
      nextModel?: string
    } & CallKey)
  | { type: 'seat.failed'; stage: StageId; seat: SeatId; reason: FailureReason }
  /** Somebody asked for a seat that was out once more, while its stage was open. */
  | { type: 'seat.retried'; stage: StageId; seat: SeatId }
  | { type: 'ballot.read'; ballot: Ballot }
  | { type: 'votes.counted'; tally: Tally }
  | { type: 'review.skipped'; reason: ReviewSkipped }
  | { type: 'stage.completed'; stage: StageId }
  | { type: 'run.stop_requested' }
  | { type: 'run.completed'; quality: Quality; reasons: QualityReason[]; answer: AnswerSource }
  | { type: 'run.failed'; reasons: QualityReason[] }
  | { type: 'run.cancelled'; quality: Quality; reasons: QualityReason[]; answer: AnswerSource | null }

/** Where the final text comes from: the chairman's call, or, as a labelled last resort, a member's answer. */
export type AnswerSource = { stage: StageId; seat: SeatId; attempt: number; lastResort: boolean }

/** `seq` counts from 1 within a run; `at` is Unix time in milliseconds. */
export type RunEvent = RunEventBody & { seq: number; at: number }

export type RunEventType = RunEvent['type']

type Told = Extract<RunEvent, { type: 'call.started' | 'ballot.read' }>
type Started = Extract<Told, { type: 'call.started' }>
type BallotRead = Extract<Told, { type: 'ballot.read' }>

/** An event as viewers get it: without what folding it into the state before it brings back. */
export type ViewerEvent =
  | Exclude<RunEvent, Told>
  | (Omit<Started, 'model' | 'labels'> & Partial<Pick<Started, 'model' | 'labels'>>)
  | (Omit<BallotRead, 'ballot'> & { ballot: Omit<Ballot, 'labels' | 'raw'> & Partial<Pick<Ballot, 'labels' | 'raw'>> })

export const TERMINAL_EVENTS = ['run.completed', 'run.failed', 'run.cancelled'] as const

export function isTerminal(event: { type: string }): boolean {
  return (TERMINAL_EVENTS as readonly string[]).includes(event.type)
}

/** The event as it is stored and sent: without the text, which readers already have. */
export function withoutText(event: RunEvent): RunEvent {
  if (event.type !== 'call.completed' && event.type !== 'call.failed') return event
  const { text: _text, ...rest } = event
  return rest
}

/** New text of running calls since the last frame: seat → [offset in UTF-16 code units, text]. Reviews send only progress: text is ''. */
export type Delta = Record<SeatId, [at: number, text: string]>
