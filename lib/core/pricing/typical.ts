import type { Seating } from '../council/presets.ts'
import type { Cost, ModelId, SeatId, Usage } from '../council/types.ts'
import { costOf, type Price } from './cost.ts'

/** Tokens of a usual question and of what is written about it; an assumption to compare councils by, not a measurement. */
const TOKENS = { question: 200, answer: 600, ballot: 500, verdict: 800 }

/** What a question usually costs by the price list: `free` with demo models alone, `unpriced` when any price is unknown. */
export function typicalCost(seating: Seating, priceOf: (model: ModelId) => Price | undefined): Cost {
  let pico = 0n
  let isFree = true
  for (const { seat, usage } of typicalCalls(seating)) {
    const price = priceOf(seating.seats.find((candidate) => candidate.id === seat)?.model ?? '')
    const cost = price ? costOf(price, usage, null, true) : null
    if (!cost || cost.picoUsd === null) return { status: 'unpriced', picoUsd: null, estimated: true }
    if (cost.status !== 'free') isFree = false
    pico += BigInt(cost.picoUsd)
  }
  return isFree
    ? { status: 'free', picoUsd: '0', estimated: false }
    : { status: 'priced', picoUsd: pico.toString(), estimated: true }
}

function typicalCalls({ kind, members, reviewers, chairman }: Seating): { seat: SeatId; usage: Usage }[] {
  const { question, answer, ballot, verdict } = TOKENS
  if (kind === 'single') return [{ seat: chairman, usage: tokens(question, answer) }]
  return [
    ...members.map((seat) => ({ seat, usage: tokens(question, answer) })),
    ...reviewers.map((seat) => {
      const read = members.filter((other) => other !== seat).length
      return { seat, usage: tokens(question + read * answer, ballot) }
    }),
    {
      seat: chairman,
      usage: tokens(question + members.length * answer + reviewers.length * ballot, verdict),
    },
  ]
}

function tokens(inputTokens: number, outputTokens: number): Usage {
  return { inputTokens, outputTokens, reasoningTokens: null }
}
