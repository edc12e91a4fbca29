import { DEFAULT_LIMITS } from '../council/presets.ts'
import type { Plan, Seat, SeatId } from '../council/types.ts'
import type { CouncilMessage } from './stages.ts'
import { IMPORTED_COUNCIL } from './types.ts'

const UNKNOWN: Pick<Seat, 'model' | 'name'> = { model: 'imported/unknown', name: 'Unknown model' }

/** Who sat, from the names in the file. Reviewers are the members of the same name, one for one; the chairman sits apart. */
export function planOf(message: CouncilMessage, chairmanModel: string | null, seed: string): Plan {
  const seats: Seat[] = []
  const sit = (named: Pick<Seat, 'model' | 'name'>): SeatId => {
    const id = `s${seats.length + 1}`
    seats.push({ id, ...named, demo: false })
    return id
  }
  const members = message.members.map(({ model }) => sit(named(model)))
  const reviewers: SeatId[] = []
  for (const { model } of message.reviews) {
    const member = seats.find((seat) => seat.model === model && !reviewers.includes(seat.id))
    reviewers.push(member?.id ?? sit(named(model)))
  }
  const model = message.final?.model ?? chairmanModel
  const chairman = sit(model === null ? UNKNOWN : named(model))
  return {
    version: 1,
    kind: members.length + reviewers.length > 0 ? 'council' : 'single',
    council: IMPORTED_COUNCIL,
    seats,
    members,
    reviewers,
    chairman,
    // The file decides what came of it: one that holds a final answer holds it, however few members answered.
    minimumMembers: 0,
    seed,
    limits: DEFAULT_LIMITS,
    history: [],
    reused: [],
    startAt: 'first_opinions',
    estimate: { durationMs: null },
  }
}

function named(model: string): Pick<Seat, 'model' | 'name'> {
  return { model, name: model.split('/').at(-1) || model }
}
