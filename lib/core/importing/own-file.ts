import { isTerminal, type RunEvent } from '../council/events.ts'
import type { Ballot, Tally } from '../council/types.ts'
import { AppError, invalidField } from '../kernel/errors.ts'
import { conversationFile } from './conversation-file.schema.ts'
import { type Field, join } from './fields.ts'
import type { ReadRun } from './run.schema.ts'
import type { ImportedConversation, ImportedRun } from './types.ts'

/** A conversation that this product wrote. Throws VALIDATION_FAILED that names every field that is wrong. */
export function ownConversation(file: Field): ImportedConversation {
  const parsed = conversationFile.safeParse(file.value)
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 20).map((issue) => ({
      path: join(file.path, issue.path.map(String).join('.')),
      message: issue.message,
    }))
    throw new AppError('VALIDATION_FAILED', `${issues[0]?.path}: ${issues[0]?.message}`, {
      issues,
      param: issues[0]?.path,
    })
  }
  const { conversation } = parsed.data
  const turns = conversation.turns.map((turn, index) => ({
    question: turn.question,
    createdAt: Date.parse(turn.created_at),
    ...(turn.parent_run_id === undefined ? {} : { parentRef: turn.parent_run_id }),
    runs: turn.runs.map((run, at) => ownRun(run, join(file.path, `conversation.turns.${index}.runs.${at}`))),
  }))
  return {
    dialect: 'llm-council',
    sourceId: conversation.id,
    title: conversation.title,
    createdAt: Date.parse(conversation.created_at),
    updatedAt: Date.parse(conversation.updated_at),
    turns,
    activeRef: conversation.active_run_id ?? null,
    raw: conversation.imported ?? null,
    notUnderstood: [],
  }
}

function ownRun(run: ReadRun, path: string): ImportedRun {
  assertLog(run, path)
  assertSeats(run, path)
  assertCalls(run, path)
  const { id, source_run_id: sourceRef, created_at: createdAt, taken_seat: takenSeat = null, plan, events, calls } = run
  return { ref: id, sourceRef, takenSeat, createdAt: Date.parse(createdAt), plan, events, calls }
}

/** A log counts from 1 and ends with its one last event, so that nothing of it is ever taken up again. */
function assertLog({ events }: ReadRun, path: string): void {
  const broken = events.findIndex((event, index) => event.seq !== index + 1)
  if (broken >= 0) throw invalidField(`${path}.events.${broken}.seq`, `Expected ${broken + 1}.`)
  const end = events.findIndex(isTerminal)
  if (end !== events.length - 1)
    throw invalidField(`${path}.events`, 'Expected a log that ends, once, with the end of its run.')
}

/** Whatever names a seat names one of the plan. */
function assertSeats({ plan, events, calls, taken_seat: taken }: ReadRun, path: string): void {
  const known = new Set(plan.seats.map((seat) => seat.id))
  const named = [
    ...[plan.chairman, ...plan.members, ...plan.reviewers, ...plan.reused.map((entry) => entry.seat)],
    ...calls.map((call) => call.seat),
    ...(taken ? [taken] : []),
    ...(plan.review?.out ?? []).map((entry) => entry.seat),
    ...(plan.review?.ballots ?? []).flatMap(seatsOfBallot),
    ...(plan.review?.tally ? seatsOfTally(plan.review.tally) : []),
    ...events.flatMap(seatsIn),
  ]
  const stranger = named.find((seat) => !known.has(seat))
  if (stranger !== undefined) throw invalidField(`${path}.plan.seats`, `There is no seat ${stranger}.`)
}

function seatsOfBallot({ reviewer, labels, scores, ranking, comments }: Ballot): string[] {
  return [reviewer, ...labels.map((it) => it.seat), ...ranking.flat(), ...Object.keys(scores), ...Object.keys(comments)]
}

function seatsOfTally({ entries, winner }: Tally): string[] {
  return [...entries.map((entry) => entry.seat), ...(winner === null ? [] : [winner])]
}

function seatsIn(event: RunEvent): string[] {
  if (event.type === 'ballot.read') return seatsOfBallot(event.ballot)
  if (event.type === 'votes.counted') return seatsOfTally(event.tally)
  const own = 'seat' in event ? [event.seat] : []
  const labels = 'labels' in event ? event.labels.map((it) => it.seat) : []
  const reasons = 'reasons' in event ? event.reasons.flatMap((it) => ('seat' in it ? [it.seat] : [])) : []
  const answer = 'answer' in event && event.answer ? [event.answer.seat] : []
  return [...own, ...labels, ...reasons, ...answer]
}

/** The calls of the log and the calls with texts are the same ones, each there once. */
function assertCalls({ events, calls }: ReadRun, path: string): void {
  const nameOf = (call: { stage: string; seat: string; attempt: number }) =>
    `${call.stage} ${call.seat} ${call.attempt}`
  const logged = events.filter((event) => event.type === 'call.started').map(nameOf)
  const written = calls.map(nameOf)
  for (const names of [logged, written]) {
    const seen = new Set<string>()
    const twice = names.find((it) => seen.has(it) || !seen.add(it))
    if (twice !== undefined) throw invalidField(`${path}.calls`, `The call ${twice} is there twice.`)
  }
  const missing = [...new Set(logged).symmetricDifference(new Set(written))][0]
  if (missing !== undefined) throw invalidField(`${path}.calls`, `The call ${missing} is not in both log and calls.`)
}
