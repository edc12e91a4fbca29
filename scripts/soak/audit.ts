import { existsSync, readFileSync } from 'node:fs'
import type { Pool } from 'pg'
import { hydrate } from '../../lib/core/council/hydrate.ts'
import { finalAnswer, totalsOf } from '../../lib/core/council/select.ts'
import type { RunState } from '../../lib/core/council/state.ts'
import type { Ledger, LedgerRow } from '../../lib/ports/ledger.ts'
import type { RunStore } from '../../lib/ports/runs.ts'

export type Audit = { runs: number; requests: number; resumed: number; standIns: number; violations: string[] }

type Sources = { pool: Pool; runs: RunStore; ledger: Ledger; requestLog: string; shownLog: string }

/** Holds every stored run against what the models were really asked and what viewers were really shown. */
export async function auditRuns({ pool, runs, ledger, requestLog, shownLog }: Sources): Promise<Audit> {
  const requests = countLines(requestLog)
  const shown = [...countLines(shownLog).keys()]
  const { rows } = await pool.query<{
    id: string
    tenant_id: string
    status: string
    answer: string | null
    pico_usd: string | null
  }>('select id, tenant_id, status, answer, pico_usd::text from run')
  const violations: string[] = []
  let resumed = 0
  let standIns = 0
  for (const row of rows) {
    const stored = await runs.get(row.tenant_id, row.id)
    if (!stored) continue
    const state = hydrate(stored, stored.events, stored.calls)
    const complain = (what: string) => violations.push(`${row.id}: ${what}`)
    if (row.status !== 'completed') complain(`ended as ${row.status}`)
    if (stored.events.some((event, i) => event.seq !== i + 1)) complain('its log has a gap or a duplicate')
    if (stored.events.some((event) => event.type === 'run.resumed')) resumed += 1
    if (state.reasons.some((reason) => reason.code === 'fallback_used')) standIns += 1
    if (state.out.length > 0) complain('a seat is out although others could take it')
    if (row.answer !== finalAnswer(state)?.text) complain('its row and its log disagree on the answer')
    const { picoUsd, unpriced } = totalsOf(state)
    if (row.pico_usd !== (unpriced > 0 ? null : picoUsd.toString())) complain('its cost is not the sum of its calls')
    checkRequests(state, requests, complain)
    checkLedger(state, await ledger.ofRun(row.tenant_id, row.id), complain)
    checkShown(state, shown, complain)
  }
  const total = [...requests.values()].reduce((sum, n) => sum + n, 0)
  return { runs: rows.length, requests: total, resumed, standIns, violations }
}

/** Every request has exactly one row, and every finished row had a request. */
function checkRequests(state: RunState, requests: Map<string, number>, complain: (what: string) => void) {
  const rows = new Set(state.calls.map((call) => `${state.plan.seed}:${call.stage}:${call.seat}:a${call.attempt}`))
  for (const [seed, times] of requests) {
    if (!seed.startsWith(`${state.plan.seed}:`)) continue
    if (!rows.has(seed)) complain(`request ${seed} has no row`)
    if (times > 1) complain(`request ${seed} was sent ${times} times`)
  }
  for (const call of state.calls) {
    const seed = `${state.plan.seed}:${call.stage}:${call.seat}:a${call.attempt}`
    if (call.status === 'completed' && !requests.has(seed)) complain(`${seed} completed without a request`)
    if (call.status === 'running') complain(`${seed} was left open`)
  }
}

/** The ledger has every call of the run once, closed, with what it came to, and the same sum. */
function checkLedger(state: RunState, rows: LedgerRow[], complain: (what: string) => void) {
  const byKey = new Map(rows.map((row) => [`${row.stage} ${row.seat} ${row.attempt}`, row]))
  if (rows.length !== state.calls.length) complain(`${rows.length} rows in the ledger for ${state.calls.length} calls`)
  for (const call of state.calls) {
    const row = byKey.get(`${call.stage} ${call.seat} ${call.attempt}`)
    const status = call.reason === 'abandoned' ? 'abandoned' : call.status
    const isSame = row?.inputTokens === call.usage?.inputTokens && row?.outputTokens === call.usage?.outputTokens
    if (row?.status !== status) complain(`${call.stage}/${call.seat} is ${row?.status} in the ledger, not ${status}`)
    if (!isSame || row?.cost?.picoUsd !== call.cost?.picoUsd)
      complain(`${call.stage}/${call.seat} was charged otherwise`)
  }
  const known = rows.reduce((sum, { cost }) => sum + BigInt(cost?.picoUsd ?? 0), 0n)
  if (known !== totalsOf(state).picoUsd) complain('the sum of its ledger is not the sum of its usage')
}

/** A call whose end a viewer saw stays the last of its seat in that stage. */
function checkShown(state: RunState, shown: string[], complain: (what: string) => void) {
  for (const line of shown) {
    const [runId, stage, seat, attempt] = line.split(' ')
    if (runId !== state.id) continue
    const later = state.calls.some(
      (call) => call.stage === stage && call.seat === seat && call.attempt > Number(attempt),
    )
    if (later) complain(`${stage}/${seat} was shown as finished and made again`)
    const kept = state.calls.find(
      (call) => call.stage === stage && call.seat === seat && call.attempt === Number(attempt),
    )
    if (kept?.status !== 'completed') complain(`${stage}/${seat} was shown as finished and is not stored so`)
  }
}

function countLines(file: string): Map<string, number> {
  const counts = new Map<string, number>()
  if (!existsSync(file)) return counts
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return counts
}
