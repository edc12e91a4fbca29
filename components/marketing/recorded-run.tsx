'use client'

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'

/** The replay with its recording and all it draws with: asked for when a visitor sees its place. */
const Replay = lazy(() => import('@/components/runs/replay.tsx').then(({ RunReplay }) => ({ default: RunReplay })))

const A_THIRD = 0.33

/** A recorded run, playing; `still` holds its place until it has come. */
export function RecordedRun({ still }: { still: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && setSeen(true), {
      threshold: A_THIRD,
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place}>
      {isSeen ? (
        <Suspense fallback={still}>
          <Replay />
        </Suspense>
      ) : (
        still
      )}
    </div>
  )
}
