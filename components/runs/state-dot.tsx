import { cn } from '../ui/cn.ts'
import type { SeatStatus } from './seat-view.ts'

/** Where a seat is, by shape first: ring, breathing dot, full dot, tick, square, cross. */
export function StateDot({ status, className }: { status: SeatStatus; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden
      className={cn('size-3 shrink-0 text-ink-2', status === 'failed' && 'text-fail', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      {status === 'waiting' && <circle cx="6" cy="6" r="3" className="text-line-strong" stroke="currentColor" />}
      {status === 'working' && (
        <>
          <circle cx="6" cy="6" r="3" />
          <circle cx="6" cy="6" r="1.5" fill="currentColor" stroke="none" className="animate-breathe" />
        </>
      )}
      {status === 'writing' && <circle cx="6" cy="6" r="3" fill="currentColor" stroke="none" />}
      {status === 'done' && <path d="M2.5 6.5 5 9l4.5-6" strokeLinecap="round" strokeLinejoin="round" />}
      {status === 'stopped' && <rect x="3" y="3" width="6" height="6" />}
      {status === 'failed' && <path d="m3 3 6 6m0-6-6 6" strokeLinecap="round" />}
    </svg>
  )
}
