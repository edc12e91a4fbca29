import type { RunEvent, RunEventBody } from '../../core/council/events.ts'
import { fold } from '../../core/council/fold.ts'
import { DEFAULT_LIMITS, PRESETS, seatCouncil } from '../../core/council/presets.ts'
import { initialState, type RunState } from '../../core/council/state.ts'
import type { RubricScores, SeatId, StageId } from '../../core/council/types.ts'
import { tallyBallots } from '../../core/voting/tally.ts'
import { toRunResource } from './resource.ts'

/** A short recorded run, folded from its log like any other: the document's examples cannot drift from the API. */

const STARTED = Date.UTC(2026, 10, 20, 12)
const QUESTION = 'Is it better to learn one programming language well or several a little?'

const names = ['Archivist', 'Skeptic', 'Teacher', 'Analyst']
const models = names.map((name) => ({ id: `demo/${name.toLowerCase()}`, name, demo: true }))

const empty = initialState({
  id: 'run_06fd0z5m9b7k1r3s5t7v9x1z3c',
  conversationId: 'cnv_06fd0z5m9b7k1r3s5t7v9x1z3d',
  turnId: 'trn_06fd0z5m9b7k1r3s5t7v9x1z3e',
  question: QUESTION,
  sourceRunId: null,
  createdAt: STARTED,
  plan: {
    version: 1,
    ...seatCouncil(PRESETS.quick, models),
    seed: 'sample',
    limits: DEFAULT_LIMITS,
    history: [],
    reused: [],
    startAt: 'first_opinions',
    estimate: { durationMs: PRESETS.quick.typicalMs },
  },
})

const usage = { inputTokens: 120, outputTokens: 80, reasoningTokens: null }
const cost = { status: 'free', picoUsd: '0', estimated: false } as const

const answers: Record<SeatId, string> = {
  s1: 'One language in depth teaches how programs work; the next ones then take weeks.',
  s2: 'It depends on the aim, and nobody has measured it well.',
  s3: 'Learn one until you can build something real, then a second that is quite different.',
}
const verdict = 'Learn one well first, then a second that differs; breadth pays once depth is there.'

function replay(bodies: RunEventBody[]): RunState {
  return bodies.reduce(
    (state, body, i) => fold(state, { ...body, seq: i + 1, at: STARTED + i * 400 } as RunEvent),
    empty,
  )
}

function callOf(stage: StageId, seat: SeatId, prompt: string, text: string): RunEventBody[] {
  const model = models[Number(seat.slice(1)) - 1]?.id ?? ''
  const key = { stage, seat, attempt: 1 }
  const end = { chars: text.length, text, finish: 'stop', usage, cost, firstTokenMs: 310 } as const
  return [
    { type: 'call.started', ...key, model, prompt, labels: [] },
    { type: 'call.completed', ...key, ...end },
  ]
}

function ballotOf(reviewer: SeatId, ranking: SeatId[]) {
  const rubric = (place: number): RubricScores => {
    const score = 5 - place
    return { accuracy: score, completeness: score, reasoning: score, clarity: score }
  }
  return {
    reviewer,
    status: 'valid' as const,
    raw: JSON.stringify({ ranking: ranking.map((_, i) => String.fromCharCode(65 + i)) }),
    labels: ranking.map((seat, i) => ({ label: String.fromCharCode(65 + i), seat })),
    scores: Object.fromEntries(ranking.map((seat, place) => [seat, rubric(place)])),
    ranking: ranking.map((seat) => [seat]),
    comments: Object.fromEntries(ranking.slice(0, 1).map((seat) => [seat, 'Clear, and it says when to stop.'])),
    problem: null,
  }
}

const ballots = [ballotOf('s1', ['s3', 's2']), ballotOf('s2', ['s3', 's1']), ballotOf('s3', ['s1', 's2'])]
ballots.push(ballotOf('s4', ['s3', 's1', 's2']))

const opinions: RunEventBody[] = [
  { type: 'run.started' },
  { type: 'stage.started', stage: 'first_opinions' },
  ...Object.entries(answers).flatMap(([seat, text]) => callOf('first_opinions', seat, 'member@1', text)),
]

const whole: RunEventBody[] = [
  ...opinions,
  { type: 'stage.completed', stage: 'first_opinions' },
  { type: 'stage.started', stage: 'review' },
  ...ballots.flatMap((ballot) => callOf('review', ballot.reviewer, 'review@1', ballot.raw)),
  ...ballots.map((ballot): RunEventBody => ({ type: 'ballot.read', ballot })),
  { type: 'votes.counted', tally: tallyBallots({ seed: 'sample', candidates: Object.keys(answers), ballots }) },
  { type: 'stage.completed', stage: 'review' },
  { type: 'stage.started', stage: 'final_response' },
  ...callOf('final_response', 's4', 'chairman@1', verdict),
  { type: 'stage.completed', stage: 'final_response' },
  {
    type: 'run.completed',
    quality: 'full',
    reasons: [],
    answer: { stage: 'final_response', seat: 's4', attempt: 1, lastResort: false },
  },
]

const stopped: RunEventBody[] = [
  ...opinions,
  { type: 'run.stop_requested' },
  { type: 'run.cancelled', quality: 'insufficient', reasons: [{ code: 'stopped' }], answer: null },
]

const resource = (state: RunState) => toRunResource(state, { appUrl: null })

export const sampleRequest = { question: QUESTION, council: 'quick' }
export const sampleState = replay(whole)
export const sampleStart = replay(opinions.slice(0, 1))
export const sampleRun = resource(sampleState)
export const sampleRunningRun = resource(replay(opinions.slice(0, 2)))
export const sampleCancelledRun = resource(replay(stopped))
export const sampleTakenRun = resource({ ...sampleState, takenSeat: 's1' })
export const sampleContinuedRun = {
  ...resource(empty),
  id: 'run_06fd0z5m9b7k1r3s5t7v9x1z3f',
  source_run_id: empty.id,
}
