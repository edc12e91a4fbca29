import { requestFor } from './prompts.ts'
import type { CallSpec, ModelRequest } from './request.ts'
import { seatOf } from './select.ts'
import { type Sitter, untried, windowOf } from './sitter.ts'
import type { RunState } from './state.ts'
import { CHARS_PER_TOKEN, replyTokens } from './window.ts'

/** A call with whoever asks it. */
export type SeatedCall = CallSpec & Pick<Sitter, 'standIn'>

/**
 * The same call as it fits into what its model can read: with a stand-in that reads more, else with fewer earlier turns.
 * Where neither helps, or nothing is known, it is left as it is: the provider has the last word.
 */
export function fittedCall(state: RunState, call: SeatedCall): SeatedCall {
  const seat = seatOf(state, call.seat)
  const window = windowOf(seat, call.model)
  if (window === null) return call
  const need = promptTokens(requestFor(state, call)) + replyTokens(window)
  if (need <= window) return call
  const larger = untried(state, seat, call.stage).find(({ contextTokens = 0 }) => contextTokens >= need)
  if (!larger) return { ...call, leftOut: turnsOver(state, call, need - window) }
  const { model, name, demo } = larger
  return { ...call, model, standIn: { name, demo, why: 'window' } }
}

/** How large a request is, in tokens, erring towards too many. */
export function promptTokens({ instructions, messages }: Pick<ModelRequest, 'instructions' | 'messages'>): number {
  const chars = messages.reduce((sum, message) => sum + message.content.length, instructions.length)
  return Math.ceil(chars / CHARS_PER_TOKEN)
}

/** How many of the oldest turns have to go so that so many tokens are saved; reviewers have none. */
function turnsOver({ plan }: RunState, { stage, leftOut }: CallSpec, tokens: number): number {
  if (stage === 'review') return leftOut
  let excess = tokens * CHARS_PER_TOKEN
  let first = leftOut
  for (const { question, answer } of plan.history.slice(leftOut)) {
    if (excess <= 0) break
    excess -= question.length + answer.length
    first += 1
  }
  return first
}
