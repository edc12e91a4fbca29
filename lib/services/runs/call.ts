import type { ModelRequest } from '../../core/council/request.ts'
import type { FailureReason, RunLimits, Usage } from '../../core/council/types.ts'
import type { Clock } from '../../ports/clock.ts'
import { ModelError, type Models } from '../../ports/models.ts'

export type CallOutcome = {
  text: string
  usage: Usage | null
  reportedUsd: number | null
  firstTokenMs: number | null
} & (
  | { ok: true; finish: 'stop' | 'length' }
  | { ok: false; reason: FailureReason; message: string; retryable: boolean; retryAfterMs: number | null }
)

type Deps = { models: Models; clock: Clock; limits: RunLimits }

/** The part of ModelError that a failed outcome keeps. */
type Failure = {
  reason: FailureReason
  message: string
  retryable: boolean
  retryAfterMs: number | null
  usage: Usage | null
}

/**
 * One request to one model, under the run's time limits. Never rejects: however it ends, the outcome says so, with the
 * text that came. After it has settled, late text is dropped.
 */
export async function callModel(
  deps: Deps,
  request: ModelRequest,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<CallOutcome> {
  const { clock, limits } = deps
  const startedAt = clock.now()
  const guard = watchdog(clock, limits, signal)
  let text = ''
  let firstTokenMs: number | null = null
  let isSettled = false
  const sink = {
    onActivity: () => guard.alive(),
    onText(piece: string) {
      if (isSettled || piece === '') return
      firstTokenMs ??= clock.now() - startedAt
      guard.writing()
      const room = limits.answerChars - text.length
      const kept = piece.length > room ? piece.slice(0, room) : piece
      text += kept
      if (kept) onText(kept)
      if (piece.length > room) guard.fail('too_long')
    },
  }
  try {
    const result = await Promise.race([deps.models.stream(request, sink, guard.signal), guard.failed])
    const ended = { text, usage: result.usage, reportedUsd: result.reportedUsd, firstTokenMs }
    return text.trim() === '' ? { ...ended, ...emptyFailure } : { ...ended, ok: true, finish: result.finish }
  } catch (error) {
    const { usage, ...failure } = failureOf(error, signal)
    return { ok: false, ...failure, text, usage, reportedUsd: null, firstTokenMs }
  } finally {
    isSettled = true
    guard.end()
  }
}

const emptyFailure = {
  ok: false as const,
  reason: 'empty' as const,
  message: 'It answered with no text.',
  retryable: true,
  retryAfterMs: null,
}

const TIMEOUT_MESSAGES = {
  first_token_timeout: 'It sent nothing in time.',
  idle_timeout: 'It stopped sending in the middle.',
  call_timeout: 'It took longer than a call may take.',
  too_long: 'It did not stop writing.',
  stopped: 'It was stopped.',
} as const

type GuardReason = keyof typeof TIMEOUT_MESSAGES

/** Watches first token, silence and total time of a call; `failed` rejects with the first limit that was hit. */
function watchdog(clock: Clock, limits: RunLimits, outer: AbortSignal) {
  const controller = new AbortController()
  const { promise: failed, reject } = Promise.withResolvers<never>()
  failed.catch(() => {})
  const fail = (reason: GuardReason) => {
    reject(new ModelError(reason, TIMEOUT_MESSAGES[reason], { retryable: reason !== 'stopped' }))
    controller.abort(abortReasonOf(reason))
  }
  let isWriting = false
  let cancelIdle = () => {}
  const cancelTotal = clock.after(limits.callMs, () => fail('call_timeout'))
  let lastSeen = clock.now()
  const rearm = (delayMs: number) => {
    cancelIdle = clock.after(delayMs, () => {
      const silentMs = clock.now() - lastSeen
      // headers come at once, also from a model that then thinks for minutes
      const limitMs = isWriting ? limits.idleMs : limits.firstTokenMs
      if (silentMs >= limitMs) fail(isWriting ? 'idle_timeout' : 'first_token_timeout')
      else rearm(limitMs - silentMs)
    })
  }
  rearm(limits.firstTokenMs)
  const onStop = () => fail('stopped')
  if (outer.aborted) onStop()
  outer.addEventListener('abort', onStop, { once: true })
  return {
    signal: controller.signal,
    failed,
    fail,
    /** Cheap enough for every token: it notes the time and leaves the timer alone. */
    alive() {
      lastSeen = clock.now()
    },
    writing() {
      lastSeen = clock.now()
      if (isWriting) return
      isWriting = true
      cancelIdle()
      rearm(limits.idleMs)
    },
    end() {
      cancelIdle()
      cancelTotal()
      outer.removeEventListener('abort', onStop)
      controller.abort()
    },
  }
}

/** Tells whoever serves the call that it was too slow; undefined where that is not why. */
function abortReasonOf(reason: GuardReason): DOMException | undefined {
  if (reason === 'stopped' || reason === 'too_long') return undefined
  return new DOMException(TIMEOUT_MESSAGES[reason], 'TimeoutError')
}

function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (error instanceof ModelError) {
    const { reason, message, retryable, retryAfterMs, usage } = error
    return { reason, message, retryable, retryAfterMs, usage }
  }
  if (signal.aborted) return { ...blank, reason: 'stopped', message: TIMEOUT_MESSAGES.stopped, retryable: false }
  return { ...blank, reason: 'upstream_error', message: 'The provider could not be used.', retryable: true }
}

const blank = { retryAfterMs: null, usage: null }
