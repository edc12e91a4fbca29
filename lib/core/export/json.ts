import { type ConversationFile, FILE_FORMAT, FILE_VERSION, type FileCall, type FileRun } from '../conversations/file.ts'
import { type RunEvent, withoutText } from '../council/events.ts'
import { finalAnswer } from '../council/select.ts'
import type { RunState } from '../council/state.ts'
import type { ExportedConversation, ExportedRun } from './types.ts'

/** The conversation as a file that reads back equal. Runs must have ended. */
export function toConversationFile({
  id,
  title,
  createdAt,
  updatedAt,
  imported,
  activeRunId,
  turns,
}: ExportedConversation): ConversationFile {
  return {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    conversation: {
      id,
      title,
      created_at: timeOf(createdAt),
      updated_at: timeOf(updatedAt),
      imported,
      active_run_id: activeRunId,
      turns: turns.map((turn) => ({
        id: turn.id,
        parent_run_id: turn.parentRunId,
        question: turn.question,
        created_at: timeOf(turn.createdAt),
        runs: turn.runs.map(toFileRun),
      })),
    },
  }
}

function toFileRun({ state, events }: ExportedRun): FileRun {
  return {
    id: state.id,
    source_run_id: state.sourceRunId,
    created_at: timeOf(state.createdAt),
    status: state.status,
    quality: state.quality,
    answer: finalAnswer(state)?.text ?? null,
    taken_seat: state.takenSeat,
    plan: state.plan,
    events: events.map((event: RunEvent) => withoutText(event)),
    calls: state.calls.map(toFileCall),
  }
}

function toFileCall(call: RunState['calls'][number]): FileCall {
  const { stage, seat, attempt, model, prompt, status, text, usage, cost, reason, startedAt, endedAt } = call
  return { stage, seat, attempt, model, prompt, status, text, usage, cost, reason, startedAt, endedAt }
}

function timeOf(unixMs: number): string {
  return new Date(unixMs).toISOString()
}
