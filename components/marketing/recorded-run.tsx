'use client'

import dynamic from 'next/dynamic'

/** The replay, with its recording, in a file of its own: the question box comes alive without waiting for it. */
export const RecordedRun = dynamic(() => import('@/components/runs/replay.tsx').then((replay) => replay.RunReplay))
