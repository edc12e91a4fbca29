'use client'

import { useState } from 'react'
import { FULL_RUN } from '@/components/runs/fixtures.ts'
import { lengthMs } from '@/components/runs/recording.ts'
import { RunView } from '@/components/runs/run-view.tsx'
import { useRecording } from '@/components/runs/use-recording.ts'
import { browser } from '@/lib/client/browser.ts'

const realTime = () => 1

/** The whole run view over a recorded run in real time, to watch and to measure layout shift on. */
export function LivePlayback() {
  const [startedAt] = useState(() => browser.now())
  const { run, isOver } = useRecording(FULL_RUN, true, realTime)
  const skewMs = startedAt - FULL_RUN.seed.createdAt
  return (
    <div data-over={isOver} data-length={lengthMs(FULL_RUN)}>
      <RunView
        run={run}
        connection={isOver ? 'ended' : 'live'}
        skewMs={skewMs}
        actions={{ stop() {}, continueFrom() {}, retrySeat() {}, take() {}, pending: null, problem: null }}
      />
    </div>
  )
}
