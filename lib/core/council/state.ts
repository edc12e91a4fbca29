import type { AnswerSource } from './events.ts'
import type {
  Ballot,
  Cost,
  FailureReason,
  Label,
  Plan,
  Quality,
  QualityReason,
  ReviewSkipped,
  SeatId,
  SeatOut,
  StageId,
  StandIn,
  Tally,
  Usage,
} from './types.ts'

export type RunStatus = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'

export type CallState = {
  stage: StageId
  seat: SeatId
  attempt: number
  model: string
  prompt: string
  labels: Label[]
  /** Where `model` is not the one that was chosen for the seat. */
  standIn?: StandIn
  /** Earlier turns that were left out of the request, so that it fits. */
  leftOut?: number
  status: 'running' | 'completed' | 'failed'
  text: string
  /** Characters so far, also where the text itself is not shown (a sealed ballot). */
  chars: number
  startedAt: number
  endedAt: number | null
  firstTokenMs: number | null
  finish: 'stop' | 'length' | null
  reason: FailureReason | null
  message: string | null
  retryAt: number | null
  /** The model that is to be asked at `retryAt`, where it is another one. */
  nextModel?: string
  usage: Usage | null
  cost: Cost | null
}

export type StageState = {
  status: 'waiting' | 'running' | 'completed' | 'skipped'
  startedAt: number | null
  endedAt: number | null
}

/** What fold makes of the log, and what every reader (page, hub, API, report) shows. */
export type RunState = {
  id: string
  conversationId: string
  turnId: string
  question: string
  plan: Plan
  /** The run this one continues, retries or writes from; null for a first asking. */
  sourceRunId: string | null
  status: RunStatus
  stopRequested: boolean
  createdAt: number
  startedAt: number | null
  endedAt: number | null
  /** Since when the open stage's time counts, where that is later than its start: a restart, or a seat asked once more. */
  patienceFrom?: number
  stages: Record<StageId, StageState>
  calls: CallState[]
  /** Seats that are out, by stage. */
  out: SeatOut[]
  ballots: Ballot[]
  tally: Tally | null
  reviewSkipped: ReviewSkipped | null
  answer: AnswerSource | null
  /** The member whose answer somebody took as the final one, in place of the one in `answer`; null where nobody did. */
  takenSeat: SeatId | null
  quality: Quality | null
  reasons: QualityReason[]
  /** Sequence number of the last event folded in. */
  seq: number
}

export type RunSeed = Pick<
  RunState,
  'id' | 'conversationId' | 'turnId' | 'question' | 'plan' | 'sourceRunId' | 'createdAt'
> & { takenSeat?: SeatId | null }

/** A run before its first event, with what it takes over from an earlier one. */
export function initialState(seed: RunSeed): RunState {
  const waiting: StageState = { status: 'waiting', startedAt: null, endedAt: null }
  // by name: a stored row is a seed with much more around it, which no reader of a run is to get
  const { id, conversationId, turnId, question, plan, sourceRunId, createdAt, takenSeat = null } = seed
  const { review } = plan
  return {
    ...{ id, conversationId, turnId, question, plan, sourceRunId, createdAt, takenSeat },
    status: 'queued',
    stopRequested: false,
    startedAt: null,
    endedAt: null,
    stages: { first_opinions: waiting, review: waiting, final_response: waiting },
    calls: [],
    out: review?.out ?? [],
    ballots: review?.ballots ?? [],
    tally: review?.tally ?? null,
    reviewSkipped: null,
    answer: null,
    quality: null,
    reasons: [],
    seq: 0,
  }
}
