import type { RunState } from '../council/state.ts'
import type { SeatId } from '../council/types.ts'

/** What people read for a seat. */
export function seatName({ plan }: Pick<RunState, 'plan'>, id: SeatId): string {
  return plan.seats.find((seat) => seat.id === id)?.name ?? id
}
