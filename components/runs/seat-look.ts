import { sitterOf } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { ModelId, Plan, SeatId } from '@/lib/core/council/types.ts'

const HUES = 8

/** How a seat is told apart: one of eight hues, as a rule and a monogram only, and never by colour alone. */
export type SeatLook = { monogram: string; text: string; rule: string }

/** Whole class names, so that they are found in the source and no style attribute is needed. */
const CLASSES: readonly { text: string; rule: string }[] = [
  { text: 'text-seat-1', rule: 'border-seat-1' },
  { text: 'text-seat-2', rule: 'border-seat-2' },
  { text: 'text-seat-3', rule: 'border-seat-3' },
  { text: 'text-seat-4', rule: 'border-seat-4' },
  { text: 'text-seat-5', rule: 'border-seat-5' },
  { text: 'text-seat-6', rule: 'border-seat-6' },
  { text: 'text-seat-7', rule: 'border-seat-7' },
  { text: 'text-seat-8', rule: 'border-seat-8' },
]

/** The look of every seat of a run: the hue follows the model across runs and moves on only where two would share it. */
export function seatLooks(plan: Pick<Plan, 'seats'>): Record<SeatId, SeatLook> {
  const hueOfModel = new Map<ModelId, number>()
  for (const { model } of plan.seats) {
    if (!hueOfModel.has(model)) hueOfModel.set(model, freeHue(model, new Set(hueOfModel.values())))
  }
  const monograms = monogramsOf(plan.seats.map((seat) => seat.name))
  return Object.fromEntries(
    plan.seats.map((seat, index) => {
      const classes = CLASSES[hueOfModel.get(seat.model) ?? 0] ?? { text: '', rule: '' }
      return [seat.id, { monogram: monograms[index] ?? '', ...classes }]
    }),
  )
}

/** The looks of those who really sit in a run: a model that took over a seat is not shown under another's letters. */
export function looksOfRun(run: RunState): Record<SeatId, SeatLook> {
  const { members, seats } = run.plan
  const stageOf = (seat: SeatId) => (members.includes(seat) ? 'first_opinions' : 'final_response')
  return seatLooks({ seats: seats.map(({ id }) => sitterOf(run, stageOf(id), id)) })
}

/** FNV-1a of the model id, moved on to the next free hue while one is left. */
function freeHue(model: ModelId, taken: ReadonlySet<number>): number {
  let hash = 2166136261
  for (let i = 0; i < model.length; i++) hash = Math.imul(hash ^ model.charCodeAt(i), 16777619)
  const first = (hash >>> 0) % HUES
  for (let step = 0; step < HUES; step++) {
    const hue = (first + step) % HUES
    if (!taken.has(hue)) return hue
  }
  return first
}

/** One letter where it is enough, else the first and the next that differs. */
function monogramsOf(names: readonly string[]): string[] {
  const letters = names.map((name) => [...name.replace(/[^\p{L}\p{N}]/gu, '')])
  return letters.map((own, index) => {
    const rivals = letters.filter((other, at) => at !== index && names[at] !== names[index] && other[0] === own[0])
    if (rivals.length === 0) return (own[0] ?? '?').toUpperCase()
    const second = own.findIndex((letter, at) => at > 0 && rivals.every((other) => other[at] !== letter))
    return `${(own[0] ?? '?').toUpperCase()}${own[second] ?? own[1] ?? ''}`
  })
}
