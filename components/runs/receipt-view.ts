import { callCost, compact, duration, tokens, totalCost } from '@/lib/core/council/figures.ts'
import { totalsOf } from '@/lib/core/council/select.ts'
import type { CallState, RunState } from '@/lib/core/council/state.ts'
import type { StageId } from '@/lib/core/council/types.ts'

export type ReceiptRow = {
  key: string
  name: string
  model: string
  stage: string
  firstToken: string
  tokens: string
  cost: string
  /** Which attempt it was, when not the first; why it ended, when it failed. */
  remark: string | null
}

const STAGE_WORDS: Record<StageId, string> = { first_opinions: 'Answer', review: 'Review', final_response: 'Verdict' }

/** "41 s · 12.4k tokens · free". */
export function receiptLine(run: RunState, elapsed: number | null): string {
  const totals = totalsOf(run)
  const parts = [elapsed === null ? null : duration(wholeFrom10(elapsed)), tokens(totals.tokens), totalCost(totals)]
  return parts.filter((part) => part !== null).join(' · ')
}

/** The itemised calls, in the order they were made. */
export function receiptRows(run: RunState): ReceiptRow[] {
  return run.calls.map((call) => ({
    key: `${call.stage} ${call.seat} ${call.attempt}`,
    name: run.plan.seats.find((seat) => seat.id === call.seat)?.name ?? call.seat,
    model: call.model,
    stage: STAGE_WORDS[call.stage],
    firstToken: call.firstTokenMs === null ? '–' : duration(call.firstTokenMs),
    tokens: call.status === 'running' ? '…' : callTokens(call),
    cost: call.status === 'running' ? '…' : callCost(call.cost),
    remark: remarkOf(call),
  }))
}

function callTokens({ usage }: CallState): string {
  const input = usage?.inputTokens ?? null
  const output = usage?.outputTokens ?? null
  if (input === null && output === null) return 'unknown'
  return `${input === null ? '?' : compact(input)} in, ${output === null ? '?' : compact(output)} out`
}

function remarkOf(call: CallState): string | null {
  const attempt = call.attempt > 1 ? `attempt ${call.attempt}` : null
  const failure = call.status === 'failed' ? `failed: ${(call.reason ?? 'stopped').replaceAll('_', ' ')}` : null
  return [attempt, failure].filter(Boolean).join(', ') || null
}

function wholeFrom10(ms: number): number {
  return ms >= 10_000 ? Math.round(ms / 1_000) * 1_000 : ms
}
