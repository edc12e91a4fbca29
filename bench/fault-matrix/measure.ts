import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { providerModels } from '../../lib/adapters/ai-sdk/models.ts'
import type { Usage } from '../../lib/core/council/types.ts'
import { ModelError, type ModelRequest, type Models } from '../../lib/ports/models.ts'
import type { LogEntry } from '../upstream/log.ts'
import { wordsOf } from '../upstream/words.ts'
import type { Case, Ending } from './promised.ts'
import { type Fakes, type ProviderName, providerAt } from './providers.ts'

/** What came of one call, as its caller and the upstream's log saw it. */
export type Observed = {
  ending: Ending
  retryable: boolean | null
  retryAfterMs: number | null
  text: string
  /** The text of the answer, had nothing gone wrong. */
  whole: string
  usage: Usage | null
  /** How often the upstream was asked; null where its log does not tell. */
  requests: number | null
  /** Milliseconds from the end of the call until the upstream saw us gone; null when it did not. */
  leftAfterMs: number | null
  /** What of the key and the address stood in the failure, its causes included. */
  leaks: string[]
}

const WORDS = 12
const AT = 3
export const WAIT_S = 7
const LEAVE_LIMIT_MS = 2_000
const GIVE_UP_MS = 30_000

let asked = 0

/** One case at one provider, through the port of models. */
export async function measure(fakes: Fakes, name: ProviderName, what: Case): Promise<Observed> {
  const tag = `fm${++asked}`
  const model = modelOf(name, what)
  const apiKey = what === 'wrong-key' ? `sk-wrong-${tag}-0123456789abcdef` : `sk-${tag}-0123456789abcdef`
  const models = providerModels({ providers: [providerAt(fakes, name, { model, apiKey })] })
  const logged = () => fakes.upstream.log(tag)
  try {
    const call = await askOnce(models, requestOf(model, what, tag), () => isStuck(what, logged()[0]))
    const leftAfterMs = await timeToLeave(logged, what)
    const hosts = [fakes.upstream.url, fakes.aimock.urls.bedrock].map((url) => new URL(url).host)
    const requests = name === 'bedrock' ? fakes.aimock.requests(tag).length : logged().length
    return {
      ...call,
      whole: wordsOf('a', WORDS),
      requests,
      leftAfterMs,
      leaks: leaksOf(call.error, [apiKey, ...hosts]),
    }
  } finally {
    await models.close()
  }
}

function modelOf(name: ProviderName, what: Case): string {
  const sign = name === 'bedrock' ? '~' : ':'
  const physics = `n=${WORDS},ttft=0,gap=${what === 'endless' ? 0 : 2},at=${AT},limits=0`
  if (what === 'none' || what === 'wrong-key') return `a${sign}${physics}`
  if (what === '429-without-time') return `a${sign}${physics},fault=429`
  const time = what === '429' || what === '503' ? `,retryAfter=${WAIT_S}` : ''
  return `a${sign}${physics},fault=${what}${time}`
}

function requestOf(model: string, what: Case, tag: string): ModelRequest {
  const question = `What is it? [tag:${tag}]`
  return {
    model: `fake/${model}`,
    prompt: 'member@1',
    instructions: 'Be brief.',
    messages: [{ role: 'user', content: question }],
    inputs: { task: 'answer', question, history: [] },
    schema: what === 'no-schema' ? SCHEMA : null,
    ...{ maxOutputTokens: null, temperature: null, seed: tag },
  }
}

const SCHEMA = { type: 'object', properties: { it: { type: 'string' } }, required: ['it'], additionalProperties: false }

/** Whether nothing more will come, so that only the caller can end the call. */
function isStuck(what: Case, entry: LogEntry | undefined): boolean {
  if (what === 'hang') return entry !== undefined
  return what === 'stall' && entry?.tokens === AT
}

async function askOnce(models: Models, request: ModelRequest, isStuckNow: () => boolean) {
  const abort = new AbortController()
  let text = ''
  const sink = { onText: (more: string) => (text += more), onActivity: () => {} }
  const watch = setInterval(() => isStuckNow() && (text || request.model.includes('hang')) && abort.abort(), 20)
  // What nobody promised to hang is given up, and is then a deviation of its own.
  const late = setTimeout(() => abort.abort(), GIVE_UP_MS)
  const call = await models.stream(request, sink, abort.signal).then(
    ({ finish, usage }) => ({ ending: finish, retryable: null, retryAfterMs: null, usage, error: null }),
    (error: unknown) => failed(error),
  )
  clearInterval(watch)
  clearTimeout(late)
  return { ...call, text }
}

function failed(error: unknown) {
  if (!(error instanceof ModelError)) throw new Error('a failure that is not in our words', { cause: error })
  const { reason, retryable, retryAfterMs, usage } = error
  return { ending: reason, retryable, retryAfterMs, usage, error }
}

/** How long the upstream still sends to nobody. */
async function timeToLeave(logged: () => LogEntry[], what: Case): Promise<number | null> {
  if (what !== 'hang' && what !== 'stall' && what !== 'endless') return null
  const from = performance.now()
  while (performance.now() - from < LEAVE_LIMIT_MS) {
    if (logged().every((entry) => entry.aborted)) return performance.now() - from
    await sleep(5)
  }
  return null
}

function leaksOf(error: ModelError | null, secrets: string[]): string[] {
  const shown = inspect(error, { depth: 12, maxStringLength: null, maxArrayLength: null, showHidden: true })
  return secrets.filter((secret) => shown.includes(secret))
}
