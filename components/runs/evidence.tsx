'use client'

import type { RunState } from '@/lib/core/council/state.ts'
import { Ballots } from './ballots.tsx'
import { Members } from './members.tsx'
import type { SeatAction } from './seat-action.tsx'
import type { SeatLook } from './seat-look.ts'
import { memberViews } from './seat-view.ts'

/** What the verdict rests on: the members' answers and the ballots, wider than the reading column. */
export function Evidence({
  run,
  looks,
  actionOf,
  isFolded,
}: {
  run: RunState
  looks: Record<string, SeatLook>
  actionOf: SeatAction
  isFolded: boolean
}) {
  return (
    <div className="space-y-8">
      <Members views={memberViews(run)} looks={looks} actionOf={actionOf} isFolded={isFolded} />
      <Ballots run={run} looks={looks} />
    </div>
  )
}
