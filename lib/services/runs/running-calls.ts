import type { Command } from '../../core/council/decide.ts'
import type { ModelRequest } from '../../core/council/request.ts'
import type { RunLimits } from '../../core/council/types.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Models } from '../../ports/models.ts'
import type { CallKey } from '../../ports/runs.ts'
import { type CallOutcome, callModel } from './call.ts'
import { keyOf } from './call-end.ts'

export type CallCommand = Extract<Command, { do: 'call' }>

type Running = { controller: AbortController; text: string; savedChars: number; call: CallCommand }

/** The calls of one run that are under way in this process. */
export type RunningCalls = {
  /** Makes room for a call, so that it can be aborted before it is sent. */
  open(call: CallCommand): void
  /** Sends it. Resolves with its outcome, or null when nobody waits for it any more. */
  send(call: CallCommand, request: ModelRequest, limits: RunLimits): Promise<CallOutcome | null>
  abort(key: CallKey): void
  abortAll(): void
  count(): number
  /** Texts that grew since the last time this was asked. */
  changedTexts(): (CallKey & { text: string })[]
}

export function createRunningCalls(
  deps: { models: Models; clock: Clock },
  onText: (call: CallCommand, text: string) => void,
): RunningCalls {
  const running = new Map<string, Running>()
  return {
    open(call) {
      running.set(keyOf(call), { controller: new AbortController(), text: '', savedChars: 0, call })
    },
    async send(call, request, limits) {
      const entry = running.get(keyOf(call))
      if (!entry) return null
      const sink = (text: string) => {
        entry.text += text
        onText(call, text)
      }
      const outcome = await callModel({ ...deps, limits }, request, sink, entry.controller.signal)
      return running.delete(keyOf(call)) ? outcome : null
    },
    abort: (key) => running.get(keyOf(key))?.controller.abort(),
    abortAll() {
      for (const { controller } of running.values()) controller.abort()
      running.clear()
    },
    count: () => running.size,
    changedTexts() {
      const changed = [...running.values()].filter((entry) => entry.text.length > entry.savedChars)
      for (const entry of changed) entry.savedChars = entry.text.length
      return changed.map(({ call: { stage, seat, attempt }, text }) => ({ stage, seat, attempt, text }))
    },
  }
}
