import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { RunLedgerResource } from '@/lib/api/usage/resource.schema.ts'
import { ClientProvider } from '@/lib/client/query-provider.tsx'
import { NO_CALLS } from '@/lib/core/ledger/sum.ts'
import type { LedgerSum } from '@/lib/core/ledger/types.ts'
import { LedgerCharges } from './charges.tsx'
import { RUN_FIXTURES } from './fixtures.ts'
import { Receipt } from './receipt.tsx'

afterEach(cleanup)

const run = RUN_FIXTURES.completed()
const SUM: LedgerSum = {
  ...NO_CALLS,
  calls: 2,
  inputTokens: 900,
  outputTokens: 100,
  picoUsd: '12000000000',
  unpriced: 1,
}

const ledger: RunLedgerResource = {
  ...{ object: 'ledger', run_id: run.id },
  data: [entry('s1', '0.012'), entry('s2', null)],
  sum: {
    ...{ calls: 2, input_tokens: 900, output_tokens: 100, cached_tokens: 0, reasoning_tokens: 0, untold_calls: 0 },
    ...{ cost_usd: '0.012', is_lower_bound: true, unpriced_calls: 1, free_calls: 0, estimated_calls: 0 },
  },
}

function entry(seat: string, usd: string | null): RunLedgerResource['data'][number] {
  return {
    ...{ id: seat, object: 'ledger_entry', purpose: 'run', actor: null, stage: 'first_opinions', seat, attempt: 1 },
    ...{ provider: 'wood', model: `wood/${seat}`, status: 'completed', reason: null, price: null },
    usage: { input_tokens: 450, output_tokens: 50, cached_tokens: null, reasoning_tokens: null },
    cost: { status: usd === null ? 'unpriced' : 'priced', usd, estimated: false },
    ...{ first_token_ms: 310, started_at: '2026-11-20T12:00:00.000Z', ended_at: '2026-11-20T12:00:08.000Z' },
  }
}

function show(sum: LedgerSum | null, status = 200) {
  const asked: string[] = []
  const fetchFn = (async (url: string) => {
    asked.push(url)
    return Response.json(status === 200 ? ledger : {}, { status })
  }) as typeof fetch
  render(
    <ClientProvider>
      <LedgerCharges sum={sum} fetchFn={fetchFn}>
        <Receipt run={run} />
      </LedgerCharges>
    </ClientProvider>,
  )
  return asked
}

const rows = async () => within(await screen.findByRole('group', { name: 'Calls of this run' })).getAllByRole('row')

describe('the receipt of a run', () => {
  it('says what the ledger says, as a lower bound where a price is missing, and asks for its calls only when it is opened', async () => {
    const asked = show(SUM)
    expect(asked).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: /1k tokens · ≥ \$0\.012, 1 unpriced/ }))
    expect((await rows()).map((row) => row.textContent)).toEqual([
      expect.stringContaining('Cost'),
      expect.stringMatching(/wood\/s1.*450 in, 50 out.*\$0\.01/),
      expect.stringMatching(/wood\/s2.*unknown/),
    ])
    expect(asked).toEqual([`/api/v1/runs/${run.id}/ledger`])
  })

  it('asks at once where its run ended after the page was made', async () => {
    const asked = show(null)
    expect(await screen.findByRole('button', { name: /≥ \$0\.012, 1 unpriced/ })).toBeDefined()
    expect(asked).toHaveLength(1)
  })

  it('of an imported run charges nothing, and shows what the file said', async () => {
    const asked = show(NO_CALLS)
    fireEvent.click(screen.getByRole('button', { name: /imported, charged elsewhere/ }))
    expect(await rows()).toHaveLength(run.calls.length + 1)
    expect(asked).toEqual([])
  })

  it('says when the calls could not be read', async () => {
    show(SUM, 500)
    fireEvent.click(screen.getByRole('button', { name: /unpriced/ }))
    expect(await screen.findByText(/could not be read/)).toBeDefined()
  })
})
