import { standInOf, totalsOf } from '@/lib/core/council/select.ts'
import type { CallState, RunState } from '@/lib/core/council/state.ts'
import type { SeatId } from '@/lib/core/council/types.ts'
import type { RunWords } from './words.ts'

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

/** "41 s · 12.4k tokens · free". */
export function receiptLine(run: RunState, elapsed: number | null, words: RunWords): string {
  const totals = totalsOf(run)
  const parts = [
    elapsed === null ? null : words.duration(wholeFrom10(elapsed)),
    words.tokens(totals.tokens),
    words.totalCost(totals),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** The itemised calls, in the order they were made. */
export function receiptRows(run: RunState, words: RunWords): ReceiptRow[] {
  return run.calls.map((call) => ({
    key: `${call.stage} ${call.seat} ${call.attempt}`,
    name: standInOf(run, call)?.name ?? nameOf(run, call.seat),
    model: call.model,
    stage: words.t(`receipt.${call.stage}`),
    firstToken: call.firstTokenMs === null ? '–' : words.duration(call.firstTokenMs),
    tokens: call.status === 'running' ? '…' : callTokens(call, words),
    cost: call.status === 'running' ? '…' : words.callCost(call.cost),
    remark: remarkOf(call, standInOf(run, call) && nameOf(run, call.seat), words),
  }))
}

function callTokens({ usage }: CallState, { t, callCost, compact }: RunWords): string {
  const input = usage?.inputTokens ?? null
  const output = usage?.outputTokens ?? null
  if (input === null && output === null) return callCost(null)
  const figure = (count: number | null) => (count === null ? '?' : compact(count))
  return t('receipt.inOut', { input: figure(input), output: figure(output) })
}

function nameOf({ plan }: RunState, id: SeatId): string {
  return plan.seats.find((seat) => seat.id === id)?.name ?? id
}

function remarkOf(call: CallState, chosen: string | null, { t, reason }: RunWords): string | null {
  const place = chosen === null ? null : t('inPlaceOf', { name: chosen })
  const attempt = call.attempt > 1 ? t('receipt.attempt', { count: call.attempt }) : null
  const failure = call.status === 'failed' ? t('receipt.failed', { reason: reason(call.reason ?? 'stopped') }) : null
  return [place, attempt, failure].filter(Boolean).join(', ') || null
}

function wholeFrom10(ms: number): number {
  return ms >= 10_000 ? Math.round(ms / 1_000) * 1_000 : ms
}
