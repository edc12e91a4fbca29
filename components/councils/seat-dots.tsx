import type { Seat, SeatId } from '@/lib/core/council/types.ts'
import { type SeatLook, seatLooks } from '../runs/seat-look.ts'
import { cn } from '../ui/cn.ts'

export type SeatDotsProps = {
  seats: Seat[]
  members: SeatId[]
  chairman: SeatId
  /** Where more than these seats stand together, so that no two share a hue. */
  looks?: Record<SeatId, SeatLook> | undefined
}

/**
 * The seats of a council as dots in their hues; the chairman's is a ring, set apart, and those that only review are small.
 * What they say stands beside them in words.
 */
export function SeatDots({ seats, members, chairman, looks = seatLooks({ seats }) }: SeatDotsProps) {
  return (
    <span aria-hidden className="flex shrink-0 items-center gap-[3px]">
      {seats.map(({ id }) => (
        <span
          key={id}
          className={cn(
            'rounded-full',
            id === chairman || members.includes(id) ? 'size-2' : 'size-1',
            looks[id]?.text,
            id === chairman && seats.length > 1 ? 'ml-[3px] border-[1.5px] border-current' : 'bg-current',
          )}
        />
      ))}
    </span>
  )
}
