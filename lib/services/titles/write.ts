import { readTitle, TITLE_PROMPT, titleRequest } from '../../core/conversations/title.ts'
import { chooseTitleModel } from '../../core/conversations/title-model.ts'
import type { ModelRequest } from '../../core/council/request.ts'
import type { RunLimits } from '../../core/council/types.ts'
import type { DueTitle } from '../../ports/titles.ts'
import type { Ports } from '../context.ts'
import { billOf, callModel } from '../runs/index.ts'

type Needs = Pick<Ports, 'titles' | 'models' | 'clock' | 'ids'>

/** Requests for one title, those that a crash cut off included; then its first words stay. */
export const TITLE_ATTEMPTS = 3

const LIMITS: RunLimits = { firstTokenMs: 30_000, idleMs: 20_000, callMs: 45_000, retries: 0, answerChars: 2_000 }

/**
 * Writes the title of one conversation where it is due, with one request. Throws where trying again may help. `model` is
 * asked whatever the conversation's own models are; null lets the cheapest of them write.
 */
export async function writeTitle(
  ports: Needs,
  due: DueTitle,
  { model, signal }: { model: string | null; signal: AbortSignal },
): Promise<void> {
  const task = await ports.titles.task(due)
  if (!task) return
  const attempt = task.attempts + 1
  const chosen = model ?? chooseTitleModel(ports.models.list(), task.models)
  if (chosen === null) return
  const { question, answer } = task
  const request = titleRequest({ model: chosen, seed: ports.ids.secret(12), question, answer })
  if (attempt > TITLE_ATTEMPTS) return giveUp(ports, due, request)
  if (!(await begin(ports, due, { attempt, request }))) return
  const outcome = await callModel({ ...ports, limits: LIMITS }, request, () => {}, signal)
  const title = outcome.ok ? readTitle(outcome.text) : null
  const mayRetry = !outcome.ok && (outcome.retryable || outcome.reason === 'stopped') && attempt < TITLE_ATTEMPTS
  const reason = outcome.ok ? null : outcome.reason
  const bill = billOf(ports.models, request, outcome)
  const at = ports.clock.now()
  await ports.titles.end(due, { attempt, text: outcome.text, title, reason, ...bill, at, isSettled: !mayRetry })
  if (mayRetry) throw new Error(`no title: ${reason}`)
}

/** The last attempt died with its process. */
async function giveUp(ports: Needs, due: DueTitle, request: ModelRequest): Promise<void> {
  const end = { attempt: TITLE_ATTEMPTS, text: '', title: null, reason: 'abandoned' as const, isSettled: true }
  await ports.titles.end(due, { ...end, ...estimateOf(ports, request), at: ports.clock.now() })
}

/** Stored with an estimate of its cost: what it really came to is never known where the process dies. */
function begin(
  ports: Needs,
  due: DueTitle,
  { attempt, request }: { attempt: number; request: ModelRequest },
): Promise<boolean> {
  const at = ports.clock.now()
  const call = { attempt, model: request.model, prompt: TITLE_PROMPT, ...estimateOf(ports, request), at }
  return ports.titles.begin(due, call)
}

function estimateOf(ports: Needs, request: ModelRequest) {
  return billOf(ports.models, request, { usage: null, reportedUsd: null, text: '' })
}
