import { finalAnswer, hasEnded, memberAnswers, sitterOf, writerOf } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { ModelId, SeatId } from '@/lib/core/council/types.ts'
import { plainWords } from '../runs/plain-words.ts'
import { looksOfRun, type SeatLook } from '../runs/seat-look.ts'
import type { Message } from './address.ts'

const EXCERPT_CHARS = 320

/** A text of `threads.message`, and whose answer it is. */
export type MessageKind = { key: 'verdict' | 'answer' | 'member'; name: string }

/** The message of a thread, as far as somebody has to know it who reads the thread. */
export type AboutMessage = Message & {
  turnId: string
  what: MessageKind
  /** Who wrote it. */
  writer: string
  model: ModelId
  look: SeatLook | undefined
  /** The first words, without marks of markdown. */
  excerpt: string
}

/** Looks a message up in its run; null where there is no such answer, or not yet. */
export function aboutMessage(run: RunState, seat: SeatId | null): AboutMessage | null {
  const answer =
    seat === null ? hasEnded(run) && finalAnswer(run) : memberAnswers(run).find((candidate) => candidate.seat === seat)
  const writer = seat === null ? writerOf(run) : answer && sitterOf(run, 'first_opinions', answer.seat)
  if (!answer || !writer || answer.text === '') return null
  return {
    runId: run.id,
    turnId: run.turnId,
    seat,
    what: messageKind(run.plan.kind, seat === null ? null : writer.name),
    writer: writer.name,
    model: writer.model,
    look: looksOfRun(run)[writer.id],
    excerpt: plainWords(answer.text, EXCERPT_CHARS),
  }
}

/** What a message is, for whoever names it in a sentence; `member` is null for the final answer. */
export function messageKind(kind: 'council' | 'single', member: string | null): MessageKind {
  if (member !== null) return { key: 'member', name: member }
  return { key: kind === 'council' ? 'verdict' : 'answer', name: '' }
}
