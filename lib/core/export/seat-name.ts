import { seatOf, sitterOf } from '../council/select.ts'
import type { RunState } from '../council/state.ts'
import type { SeatId, StageId } from '../council/types.ts'

/** What people read for a seat. */
export function seatName({ plan }: Pick<RunState, 'plan'>, id: SeatId): string {
  return plan.seats.find((seat) => seat.id === id)?.name ?? id
}

/** The same for whoever sat there in a stage, with whom they stood in for. */
export function sitterName(run: RunState, stage: StageId, id: SeatId): string {
  const chosen = seatOf(run, id)
  const { name, model } = sitterOf(run, stage, id)
  return model === chosen.model ? chosen.name : `${name} in place of ${chosen.name}`
}
