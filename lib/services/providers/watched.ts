import type { ModelRequest } from '../../core/council/request.ts'
import { ModelError, type ModelResult, type ModelSink, type Models } from '../../ports/models.ts'
import type { ProviderState, Ticket } from './provider-state.ts'
import type { ProviderWatch } from './watch.ts'

type Call = { request: ModelRequest; sink: ModelSink; signal: AbortSignal }

/**
 * The same models behind a breaker and a limit per provider: a call fails at once with `provider_down` where its provider
 * has been failing, waits for its turn where too many are under way, and says by its end how the provider is. Demo models
 * and unknown ones pass untouched.
 */
export function watched(models: Models, watch: Pick<ProviderWatch, 'stateOf'>): Models {
  return {
    list: () => models.list(),
    async stream(request, sink, signal) {
      const model = models.list().find(({ id }) => id === request.model)
      if (!model || model.demo) return models.stream(request, sink, signal)
      return watchedCall(models, watch.stateOf(model.provider), { request, sink, signal })
    },
  }
}

async function watchedCall(models: Models, state: ProviderState, call: Call): Promise<ModelResult> {
  const { model } = call.request
  state.assertOpen(model)
  await state.gate.enter(call.signal)
  try {
    // it may have begun to fail while this call waited; whoever waits behind it hears the same at once
    state.assertOpen(model)
    return await send(models, state.admit(model), call)
  } finally {
    state.gate.leave()
  }
}

async function send(models: Models, ticket: Ticket, { request, sink, signal }: Call): Promise<ModelResult> {
  const spy = firstTextSpy(ticket, sink)
  try {
    const result = await models.stream(request, spy.sink, signal)
    ticket.ended('ok')
    return result
  } catch (error) {
    ticket.ended(failureOf(error, signal, spy.hasText()))
    throw error
  }
}

/** Looks at texts until the first has come; after that they go straight through. */
function firstTextSpy(ticket: Ticket, sink: ModelSink) {
  let hasText = false
  const pass = (text: string) => sink.onText(text)
  const spy: ModelSink = {
    onText(text) {
      if (text !== '') {
        hasText = true
        spy.onText = pass
        ticket.firstText()
      }
      sink.onText(text)
    },
    onActivity: () => sink.onActivity(),
    onHeadroom(headroom) {
      ticket.headroom(headroom)
      sink.onHeadroom?.(headroom)
    },
  }
  return { sink: spy, hasText: () => hasText }
}

type Failure = Pick<ModelError, 'reason' | 'retryable' | 'retryAfterMs'>

const STOPPED: Failure = { reason: 'stopped', retryable: false, retryAfterMs: null }

/**
 * Whose doing an end was. A caller that ran out of patience aborts with a TimeoutError, as the platform does, and that is
 * the provider's; every other abort is a person's. What is not a ModelError is a mistake of our own.
 */
function failureOf(error: unknown, signal: AbortSignal, hasText: boolean): Failure {
  if (error instanceof ModelError && error.reason !== 'stopped') return error
  if (!signal.aborted || !isTimeout(signal.reason)) return STOPPED
  return { ...STOPPED, reason: hasText ? 'idle_timeout' : 'first_token_timeout', retryable: true }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError'
}
