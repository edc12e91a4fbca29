import { standInOf, type Totals } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { Cost, FailureReason, SeatId, StageId } from '@/lib/core/council/types.ts'
import type { LedgerRow } from '@/lib/core/ledger/types.ts'
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

/** One call of a receipt. */
export type ReceiptCall = {
  stage: StageId
  seat: string
  attempt: number
  model: string
  isOpen: boolean
  /** Why it failed; null where it did not. */
  failure: FailureReason | null
  inputTokens: number | null
  outputTokens: number | null
  cost: Cost | null
  firstTokenMs: number | null
}

/** The calls of a run as the ledger has them. */
export function callsOfLedger(rows: readonly Omit<LedgerRow, 'conversationId'>[]): ReceiptCall[] {
  return rows.flatMap(({ stage, seat, status, reason, ...row }) => {
    if (stage === null || seat === null) return []
    const failure = status === 'failed' || status === 'abandoned' ? (reason ?? 'stopped') : null
    return [{ ...row, stage, seat, failure, isOpen: status === 'open' }]
  })
}

/** The calls of a run as it says them itself. */
export function callsOfRun(run: RunState): ReceiptCall[] {
  return run.calls.map(({ stage, seat, attempt, model, status, reason, usage, cost, firstTokenMs }) => ({
    ...{ stage, seat, attempt, model, cost, firstTokenMs, isOpen: status === 'running' },
    failure: status === 'failed' ? (reason ?? 'stopped') : null,
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
  }))
}

/** "41 s · 12.4k tokens · free"; without totals only how long it took. */
export function receiptLine(totals: Totals | null, elapsed: number | null, words: RunWords): string {
  const parts = [
    elapsed === null ? null : words.duration(wholeFrom10(elapsed)),
    totals && words.tokens(totals.tokens),
    totals ? words.totalCost(totals) : '…',
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** The itemised calls, in the order they were made. */
export function receiptRows(run: RunState, calls: readonly ReceiptCall[], words: RunWords): ReceiptRow[] {
  return calls.map((call) => ({
    key: `${call.stage} ${call.seat} ${call.attempt}`,
    name: standInOf(run, call)?.name ?? nameOf(run, call.seat),
    model: call.model,
    stage: words.t(`receipt.${call.stage}`),
    firstToken: call.firstTokenMs === null ? '–' : words.duration(call.firstTokenMs),
    tokens: call.isOpen ? '…' : callTokens(call, words),
    cost: call.isOpen ? '…' : words.callCost(call.cost),
    remark: remarkOf(call, standInOf(run, call) && nameOf(run, call.seat), words),
  }))
}

function callTokens({ inputTokens: input, outputTokens: output }: ReceiptCall, words: RunWords): string {
  const { t, callCost, compact } = words
  if (input === null && output === null) return callCost(null)
  const figure = (count: number | null) => (count === null ? '?' : compact(count))
  return t('receipt.inOut', { input: figure(input), output: figure(output) })
}

function nameOf({ plan }: RunState, id: SeatId): string {
  return plan.seats.find((seat) => seat.id === id)?.name ?? id
}

function remarkOf(call: ReceiptCall, chosen: string | null, { t, reason }: RunWords): string | null {
  const place = chosen === null ? null : t('inPlaceOf', { name: chosen })
  const attempt = call.attempt > 1 ? t('receipt.attempt', { count: call.attempt }) : null
  const failure = call.failure && t('receipt.failed', { reason: reason(call.failure) })
  return [place, attempt, failure].filter(Boolean).join(', ') || null
}

function wholeFrom10(ms: number): number {
  return ms >= 10_000 ? Math.round(ms / 1_000) * 1_000 : ms
}
