import { z } from 'zod'
import type { FileCall, FileRun } from '../conversations/file.ts'
import type { RunEvent, RunEventType } from '../council/events.ts'
import { CRITERIA, FAILURE_REASONS, type Plan, REVIEW_SKIPPED, STAGES } from '../council/types.ts'

/** Shapes of a run in a file. Objects are loose: what a later version adds is kept, what is known must be right. */
const INT_MAX = 2_147_483_647
const TIME_MAX = Date.UTC(2200, 0, 1)

const time = z.number().int().min(0).max(TIME_MAX)
const count = z.number().int().min(0).max(INT_MAX)
const figure = z.number().nullable()
const name = z.string().min(1).max(200)
const seat = z.string().regex(/^s[1-9]\d{0,2}$/, 'Expected a seat like s1.')
const seats = z.array(seat).max(100)
const stage = z.enum(STAGES)
const reason = z.enum(FAILURE_REASONS)
const quality = z.enum(['full', 'degraded', 'insufficient'])
const label = z.looseObject({ label: z.string().max(20), seat })
const labels = z.array(label).max(100)
const key = { stage, seat, attempt: z.number().int().min(1).max(1_000) }

const usage = z.looseObject({
  inputTokens: count.nullable(),
  outputTokens: count.nullable(),
  reasoningTokens: count.nullable(),
})
const cost = z.looseObject({
  status: z.enum(['priced', 'reported', 'free', 'unpriced']),
  // Short enough that the sum over a run's calls fits into 64 bits.
  picoUsd: z
    .string()
    .regex(/^\d{1,15}$/, 'Expected an integer.')
    .nullable(),
  estimated: z.boolean(),
})

const score = z.number().min(1).max(5).nullable()
const ballot = z.looseObject({
  reviewer: seat,
  status: z.enum(['valid', 'repaired', 'invalid']),
  raw: z.string(),
  labels,
  scores: z.record(
    seat,
    z.looseObject(
      Object.fromEntries(CRITERIA.map((it) => [it, score])) as Record<(typeof CRITERIA)[number], typeof score>,
    ),
  ),
  ranking: z.array(seats).max(100),
  comments: z.record(seat, z.string()),
  problem: z.string().nullable(),
})

const tally = z.looseObject({
  method: z.enum(['normalized_borda', 'scores', 'none']),
  entries: z.array(z.looseObject({ seat, score: figure, rank: count, ballots: count, rubric: figure })).max(100),
  winner: seat.nullable(),
  tieBreakUsed: z.enum(['copeland', 'first_places', 'head_to_head', 'hash']).nullable(),
  ballots: z.looseObject({ valid: count, repaired: count, invalid: count }),
  consensus: z.looseObject({
    value: figure,
    band: z.enum(['strong', 'moderate', 'weak', 'none', 'too_few']),
    w: figure,
    concordance: figure,
    p: figure,
    judges: count,
    answers: count,
  }),
})

const moved = { model: name, name, insteadOf: name }

const qualityReason = z.discriminatedUnion('code', [
  z.looseObject({ code: z.literal('seat_failed'), seat, reason }),
  z.looseObject({ code: z.literal('ballot_invalid'), seat }),
  z.looseObject({ code: z.literal('reviewer_failed'), seat, reason }),
  z.looseObject({ code: z.literal('chairman_failed'), reason }),
  z.looseObject({ code: z.literal('no_review_one_answer') }),
  z.looseObject({ code: z.literal('scores_only_two_answers') }),
  z.looseObject({ code: z.literal('no_valid_ballot') }),
  z.looseObject({ code: z.literal('too_few_ballots') }),
  z.looseObject({ code: z.literal('stopped') }),
  z.looseObject({ code: z.literal('written_from_partial') }),
  z.looseObject({ code: z.literal('fallback_used'), seat, reason, ...moved }),
  z.looseObject({ code: z.literal('moved_to_larger_window'), seat, ...moved }),
  z.looseObject({ code: z.literal('history_trimmed'), seat, turns: count }),
  z.looseObject({ code: z.literal('budget_reached'), seat }),
])
const reasons = z.array(qualityReason).max(1_000)
const answer = z.looseObject({ ...key, lastResort: z.boolean() })

const standIn = z.looseObject({ name, demo: z.boolean(), why: z.enum(['failed', 'window']) })
const seated = { standIn: standIn.exactOptional(), leftOut: count.exactOptional() }

const head = { seq: count.min(1), at: time }
const spent = { chars: count, usage, cost, firstTokenMs: z.number().min(0).nullable() }

/** One shape for every event there is: a new one without a shape here does not compile. */
const EVENTS = {
  'run.started': { type: z.literal('run.started') },
  'run.resumed': { type: z.literal('run.resumed'), epoch: count },
  'stage.started': { type: z.literal('stage.started'), stage },
  'call.started': {
    type: z.literal('call.started'),
    ...key,
    model: name,
    prompt: z.string().max(200),
    labels,
    ...seated,
  },
  'seat.reset': { type: z.literal('seat.reset'), ...key },
  'call.completed': { type: z.literal('call.completed'), ...key, ...spent, finish: z.enum(['stop', 'length']) },
  'call.failed': {
    type: z.literal('call.failed'),
    ...key,
    ...spent,
    reason,
    message: z.string().max(2_000),
    retryAt: time.nullable(),
    nextModel: name.exactOptional(),
  },
  'seat.failed': { type: z.literal('seat.failed'), stage, seat, reason },
  'seat.retried': { type: z.literal('seat.retried'), stage, seat },
  'ballot.read': { type: z.literal('ballot.read'), ballot },
  'votes.counted': { type: z.literal('votes.counted'), tally },
  'review.skipped': {
    type: z.literal('review.skipped'),
    reason: z.enum(REVIEW_SKIPPED),
  },
  'stage.completed': { type: z.literal('stage.completed'), stage },
  'run.stop_requested': { type: z.literal('run.stop_requested') },
  'run.completed': { type: z.literal('run.completed'), quality, reasons, answer },
  'run.failed': { type: z.literal('run.failed'), reasons },
  'run.cancelled': { type: z.literal('run.cancelled'), quality, reasons, answer: answer.nullable() },
} satisfies Record<RunEventType, z.core.$ZodLooseShape>

const shapes = Object.values(EVENTS).map((shape) => z.looseObject({ ...head, ...shape }))
const event = z.discriminatedUnion(
  'type',
  shapes as unknown as [z.ZodObject, ...z.ZodObject[]],
) as unknown as z.ZodType<RunEvent>

const review = z.looseObject({
  runId: z.string().max(64),
  ballots: z.array(ballot).max(100),
  tally: tally.nullable(),
  skipped: z.enum(REVIEW_SKIPPED).nullable(),
  out: z.array(z.looseObject({ stage, seat, reason })).max(300),
})

const price = z.number().min(0).max(1_000_000)
const budget = z.looseObject({
  picoUsd: z.string().regex(/^\d{1,18}$/, 'Expected an integer.'),
  answerTokens: count,
  ballotTokens: count,
  prices: z.record(
    name,
    z.looseObject({ inputUsdPerMillion: price, outputUsdPerMillion: price, isAssumed: z.boolean() }),
  ),
})

const sitter = { model: name, name, demo: z.boolean(), contextTokens: count.exactOptional() }

const plan = z.looseObject({
  version: z.literal(1),
  kind: z.enum(['council', 'single']),
  council: name,
  seats: z
    .array(
      z.looseObject({
        ...{ id: seat, ...sitter },
        fallbacks: z.array(z.looseObject(sitter)).max(100).exactOptional(),
      }),
    )
    .min(1)
    .max(100),
  members: seats,
  reviewers: seats,
  chairman: seat,
  minimumMembers: count,
  seed: z.string().max(500),
  limits: z.looseObject({
    firstTokenMs: count.max(600_000),
    idleMs: count.max(600_000),
    callMs: count.max(3_600_000),
    reasoningFirstTokenMs: count.max(600_000).exactOptional(),
    stageMs: count.max(86_400_000).exactOptional(),
    retries: count.max(5),
    answerChars: count.max(1_048_576),
  }),
  history: z.array(z.looseObject({ question: z.string(), answer: z.string(), stopped: z.boolean() })).max(1_000),
  historyOmitted: count.exactOptional(),
  context: z.string().max(50_000).exactOptional(),
  metadata: z.record(z.string(), z.unknown()).exactOptional(),
  budget: budget.exactOptional(),
  review: review.exactOptional(),
  reused: z
    .array(
      z.looseObject({
        ...{ runId: z.string().max(64), seat, text: z.string(), partial: z.boolean() },
        writer: z.looseObject({ model: name, name, demo: z.boolean() }).exactOptional(),
      }),
    )
    .max(100),
  startAt: z.enum(['first_opinions', 'final_response']),
  estimate: z.looseObject({ durationMs: z.number().min(0).nullable() }),
}) satisfies z.ZodType<Plan>

const call = z.object({
  ...key,
  model: name,
  prompt: z.string().max(200),
  status: z.enum(['completed', 'failed']),
  text: z.string(),
  usage: usage.nullable(),
  cost: cost.nullable(),
  reason: reason.nullable(),
  startedAt: time,
  endedAt: time,
}) satisfies z.ZodType<FileCall>

/** A run in a file. What only repeats its events (`status`, `quality`, `answer`) is not read. */
export const fileRun = z.object({
  id: z.string().min(1).max(64),
  source_run_id: z.string().max(64).nullable(),
  created_at: z.iso.datetime({ offset: true }),
  taken_seat: seat.nullable().exactOptional(),
  plan,
  events: z.array(event).min(1).max(10_000),
  calls: z.array(call).max(1_000),
}) satisfies z.ZodType<Omit<FileRun, 'status' | 'quality' | 'answer'>>

export type ReadRun = z.output<typeof fileRun>
