import 'server-only'
import type { FailureReason } from '../../core/council/types.ts'
import type { ProbeResult, ProviderProbe } from '../../ports/provider-probe.ts'
import { type ProbeTarget, type Question, questionFor } from './question.ts'

export type { ProbeKind, ProbeTarget } from './question.ts'

export type ProbeOptions = {
  /** Connections as for models: what may not be connected to is refused here as well. */
  fetch: typeof globalThis.fetch
  /** Whether a provider has models to choose. */
  isOffered: (provider: string) => boolean
}

/** Asks providers over HTTP for something that is free. Neither what they answer nor their address is kept. */
export function createProviderProbe(targets: readonly ProbeTarget[], options: ProbeOptions): ProviderProbe {
  const questions = new Map(targets.map((target) => [target.provider, questionFor(target)]))
  const isHere = ({ provider, isFound = false }: ProbeTarget) => !isFound || options.isOffered(provider)
  return {
    targets: () =>
      targets.filter(isHere).map(({ provider }) => ({ provider, isAskable: questions.get(provider) != null })),
    async probe(provider, signal) {
      const question = questions.get(provider)
      if (!question) throw new Error(`there is nothing cheap to ask ${provider}`)
      return ask(question, signal, options.fetch)
    },
  }
}

async function ask(
  { url, headers }: Question,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch,
): Promise<ProbeResult> {
  const startedAt = performance.now()
  try {
    // a redirect would take the key to another address
    const response = await fetch(url, { headers, signal, redirect: 'manual' })
    const latencyMs = Math.round(performance.now() - startedAt)
    await response.body?.cancel()
    const reason = reasonOf(response.status)
    return reason === null ? { ok: true, latencyMs } : { ok: false, reason, latencyMs }
  } catch {
    return { ok: false, reason: 'unreachable', latencyMs: null }
  }
}

/** Why a status is no good sign. A path that it does not have is one: whoever says so is there. */
function reasonOf(status: number): FailureReason | null {
  if (status === 401 || status === 402 || status === 403) return 'unauthorized'
  if (status === 429) return 'rate_limited'
  const isAnswer = (status >= 200 && status < 300) || (status >= 400 && status < 500)
  return isAnswer ? null : 'upstream_error'
}
