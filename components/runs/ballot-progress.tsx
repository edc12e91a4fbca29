import { compact } from '@/lib/core/council/figures.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { SeatLook } from './seat-look.ts'
import { Monogram } from './seat-name.tsx'
import { type SeatStatus, seatView } from './seat-view.ts'
import { StateDot } from './state-dot.tsx'

const WORDS: Record<SeatStatus, string> = {
  waiting: 'waiting',
  working: 'reading',
  writing: 'writing',
  done: 'sealed',
  stopped: 'no ballot',
  failed: 'no ballot',
}

/** The ballots before the count: who is how far, and nothing of what they say. */
export function BallotProgress({ run, looks }: { run: RunState; looks: Record<string, SeatLook> }) {
  return (
    <ul className="grid gap-x-6 border-line border-t @lg:grid-cols-2 @5xl:grid-cols-[repeat(auto-fit,minmax(14.5rem,1fr))]">
      {run.plan.reviewers.map((id) => {
        const view = seatView(run, 'review', id)
        return (
          <li key={id} className="flex h-11 items-center gap-2 border-line border-b text-sm">
            <Monogram look={looks[id]} />
            <span className="truncate">{view.seat.name}</span>
            <span className="ml-auto w-32 shrink-0 text-ink-3 text-xs">
              {WORDS[view.status]}
              {view.status === 'writing' && `, ${compact(view.chars)} characters`}
            </span>
            <StateDot status={view.status} />
          </li>
        )
      })}
    </ul>
  )
}
