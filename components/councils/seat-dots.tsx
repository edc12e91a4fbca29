import type { Seat, SeatId } from '@/lib/core/council/types.ts'
import { seatLooks } from '../runs/seat-look.ts'
import { cn } from '../ui/cn.ts'

/** The seats of a council as dots in their hues; the chairman's is a ring, set apart. What they say stands beside them in words. */
export function SeatDots({ seats, chairman }: { seats: Seat[]; chairman: SeatId }) {
  const looks = seatLooks({ seats })
  return (
    <span aria-hidden className="flex shrink-0 items-center gap-[3px]">
      {seats.map(({ id }) => (
        <span
          key={id}
          className={cn(
            'size-2 rounded-full',
            looks[id]?.text,
            id === chairman && seats.length > 1 ? 'ml-[3px] border-[1.5px] border-current' : 'bg-current',
          )}
        />
      ))}
    </span>
  )
}
