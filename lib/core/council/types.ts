/** The three stages of a council, in order. A single-model run has only the last one. */
export const STAGES = ['first_opinions', 'review', 'final_response'] as const
export type StageId = (typeof STAGES)[number]

/** A place in a run: `s1`, `s2`, … Stable for the life of the run. */
export type SeatId = string

/** `provider/model`, for example `demo/archivist` or `openrouter/openai/gpt-5.1`. */
export type ModelId = string

/** What a plan needs to know of a model to seat it; what is absent or null is unknown. */
export type Candidate = {
  id: ModelId
  name: string
  demo: boolean
  family?: string
  local?: boolean
  chairmanCapable?: boolean
  contextTokens?: number | null
  inputUsdPerMillion?: number | null
  outputUsdPerMillion?: number | null
}

export type Seat = {
  id: SeatId
  model: ModelId
  /** What people read: "Archivist", "GPT-5.1". */
  name: string
  /** True for the built-in offline models; shown as "offline demo, not a language model". */
  demo: boolean
  /** Tokens that its model can read; absent where unknown. */
  contextTokens?: number
  /** Who takes over, in this order, where its model fails or cannot read that much; frozen when the run starts. */
  fallbacks?: Fallback[]
}

/** A model that may stand in for the one that was chosen. */
export type Fallback = Pick<Seat, 'model' | 'name' | 'demo' | 'contextTokens'>

/** Why another model than the chosen one sits: that one failed, or cannot read that much. */
export type StandInCause = 'failed' | 'window'

/** How people read a model that stands in for the chosen one. */
export type StandIn = { name: string; demo: boolean; why: StandInCause }

/** One earlier question and the answer that stood, oldest first. */
export type HistoryTurn = { question: string; answer: string; stopped: boolean }

/** A finished answer of an earlier run that this one builds on instead of paying again. */
export type ReusedAnswer = {
  runId: string
  seat: SeatId
  text: string
  partial: boolean
  /** Who wrote it, where that was not the seat's own model. */
  writer?: Pick<Seat, 'model' | 'name' | 'demo'>
}

export type RunLimits = {
  /** No first token within this time: the call has failed. */
  firstTokenMs: number
  /** The same for models that think before they write; `firstTokenMs` where absent. */
  reasoningFirstTokenMs?: number
  /** No activity within this time after the first token: the call has failed. */
  idleMs: number
  callMs: number
  /** How long a stage may take: no seat starts again after it, and no call lasts beyond it. Without limit where absent. */
  stageMs?: number
  /** How often a seat may ask the same model again after a failure, at most. */
  retries: number
  /** Longest text kept of one call, in UTF-16 code units. */
  answerChars: number
}

/** What an earlier run's review came to, for a sibling that does not ask (all of) its reviewers again. */
export type ReusedReview = {
  runId: string
  ballots: Ballot[]
  /** Null where reviewers are still to be asked: the votes are then counted anew. */
  tally: Tally | null
  skipped: ReviewSkipped | null
  /** Seats that had failed and are not asked again. */
  out: SeatOut[]
}

/** A seat that is out of a stage, and why. */
export type SeatOut = { stage: StageId; seat: SeatId; reason: FailureReason }

/** Why nobody reviewed; `reused`: an earlier run's review stands. */
export const REVIEW_SKIPPED = ['one_answer', 'not_configured', 'written_from_what_is_there', 'reused'] as const
export type ReviewSkipped = (typeof REVIEW_SKIPPED)[number]

/** What a run may cost, with the prices it is held against, in USD per million tokens. */
export type Budget = {
  picoUsd: string
  /** The most that an answer, and that a ballot may have, in tokens. */
  answerTokens: number
  ballotTokens: number
  prices: Record<ModelId, BudgetPrice>
}

/** `isAssumed`: nobody says what the model costs, so it is held to be dear. */
export type BudgetPrice = { inputUsdPerMillion: number; outputUsdPerMillion: number; isAssumed: boolean }

/** What a run has decided before its first call; frozen when it starts. */
export type Plan = {
  version: 1
  kind: 'council' | 'single'
  /** Preset id (`quick`, `standard`), id of a council that somebody keeps, `custom` or `single`. */
  council: string
  seats: Seat[]
  members: SeatId[]
  /** Empty when nobody reviews. Some may have seats of their own, which are neither members’ nor the chairman’s. */
  reviewers: SeatId[]
  /** The seat that writes the final answer; in a single-model run the only seat. */
  chairman: SeatId
  minimumMembers: number
  seed: string
  limits: RunLimits
  /** A text that the asker gave along: material for everybody, never instructions. */
  context?: string
  /** What the asker wants kept with the run; nobody here reads it. */
  metadata?: Record<string, unknown>
  budget?: Budget
  history: HistoryTurn[]
  /** How many of the oldest turns did not fit into the members' windows; absent where all did. */
  historyOmitted?: number
  reused: ReusedAnswer[]
  /** Absent where the reviewers are all asked. */
  review?: ReusedReview
  /** `first_opinions` asks whoever has no reused answer; `final_response` writes from what is there. */
  startAt: 'first_opinions' | 'final_response'
  estimate: { durationMs: number | null }
}

/** Tokens as the provider reported them; null where it reported nothing. */
export type Usage = {
  /** All of them, also those read from a cache. */
  inputTokens: number | null
  /** All of them, reasoning included. */
  outputTokens: number | null
  reasoningTokens: number | null
  /** The part of `inputTokens` that the provider read from its cache; absent in rows written before it was kept. */
  cachedInputTokens?: number | null
}

/** `priced` from the price list, `reported` by the provider, `free` for demo models, `unpriced` unknown, never zero. */
export type Cost = { status: 'priced' | 'reported' | 'free' | 'unpriced'; picoUsd: string | null; estimated: boolean }

/** Why a call failed, closed so that every reader can have a sentence for each. */
export const FAILURE_REASONS = [
  'first_token_timeout',
  'idle_timeout',
  'call_timeout',
  'rate_limited',
  'unauthorized',
  'unreachable',
  'upstream_error',
  'stream_cut',
  'empty',
  'refused',
  'too_long',
  'context_overflow',
  'unknown_model',
  'provider_down',
  'stopped',
  'abandoned',
  'budget_reached',
] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]

/** An anonymous label as one reviewer saw it: "A" stood for seat s3. */
export type Label = { label: string; seat: SeatId }

export const CRITERIA = ['accuracy', 'completeness', 'reasoning', 'clarity'] as const
export type Criterion = (typeof CRITERIA)[number]

/** Rubric scores 1 to 5 that one reviewer gave one answer; null where the reviewer left a criterion out. */
export type RubricScores = Record<Criterion, number | null>

export type Ballot = {
  reviewer: SeatId
  status: 'valid' | 'repaired' | 'invalid'
  /** What the reviewer wrote, kept word for word; empty when its call failed. */
  raw: string
  labels: Label[]
  scores: Record<SeatId, RubricScores>
  /** Best first; seats in one inner list are tied. Empty when the ballot is invalid or holds scores only. */
  ranking: SeatId[][]
  comments: Record<SeatId, string>
  /** What is to be said of it, as a sentence: why it was repaired or does not count, or how its order was found. */
  problem: string | null
}

export type ConsensusBand = 'strong' | 'moderate' | 'weak' | 'none' | 'too_few'

/** How far the judges agree (science: Kendall 1939; chance-corrected mean Spearman, pooled concordance). */
export type Consensus = {
  /** 0 to 1, or null with fewer than two comparable ballots. */
  value: number | null
  band: ConsensusBand
  /** Kendall's W, tie-corrected; only for complete ballots over the same answers. */
  w: number | null
  /** Share of judge pairs × answer pairs in the same order; ties count half. */
  concordance: number | null
  /** Probability of at least this much agreement by chance; exact or by seeded permutation. */
  p: number | null
  judges: number
  answers: number
}

export type TallyEntry = {
  seat: SeatId
  /** Normalized Borda in [0, 1], 0.5 is chance; null when no ballot ranked it. */
  score: number | null
  /** 1 is best; equal ranks only where even the tie-break had nothing to go by. */
  rank: number
  /** Ballots that ranked (or scored) it. */
  ballots: number
  /** Mean rubric score, 1 to 5; null when nobody scored it. */
  rubric: number | null
}

export type Tally = {
  method: 'normalized_borda' | 'scores' | 'none'
  entries: TallyEntry[]
  winner: SeatId | null
  /** How the first place was decided where scores were equal. */
  tieBreakUsed: 'copeland' | 'first_places' | 'head_to_head' | 'hash' | null
  ballots: { valid: number; repaired: number; invalid: number }
  consensus: Consensus
}

export type Quality = 'full' | 'degraded' | 'insufficient'

/** The codes of the reasons below, closed so that the API can list them. */
export const QUALITY_CODES = [
  'seat_failed',
  'ballot_invalid',
  'reviewer_failed',
  'no_review_one_answer',
  'scores_only_two_answers',
  'no_valid_ballot',
  'too_few_ballots',
  'chairman_failed',
  'stopped',
  'written_from_partial',
  'fallback_used',
  'moved_to_larger_window',
  'history_trimmed',
  'budget_reached',
] as const satisfies QualityReason['code'][]

/** Why a run is not of full quality; each has one sentence in the interface. */
export type QualityReason =
  | { code: 'seat_failed'; seat: SeatId; reason: FailureReason }
  | { code: 'ballot_invalid'; seat: SeatId }
  | { code: 'reviewer_failed'; seat: SeatId; reason: FailureReason }
  | { code: 'no_review_one_answer' }
  | { code: 'scores_only_two_answers' }
  | { code: 'no_valid_ballot' }
  | { code: 'too_few_ballots' }
  | { code: 'chairman_failed'; reason: FailureReason }
  | { code: 'stopped' }
  | { code: 'written_from_partial' }
  /** Another model (`name`) took the seat, because the chosen one failed for `reason`. */
  | { code: 'fallback_used'; seat: SeatId; model: ModelId; name: string; insteadOf: ModelId; reason: FailureReason }
  /** Another model took the seat, because the chosen one cannot read that much. */
  | { code: 'moved_to_larger_window'; seat: SeatId; model: ModelId; name: string; insteadOf: ModelId }
  /** So many of the earlier turns that went with the question did not fit into what the seat had to read. */
  | { code: 'history_trimmed'; seat: SeatId; turns: number }
  /** The seat was not asked (again), because its call could have cost more than was left. */
  | { code: 'budget_reached'; seat: SeatId }
