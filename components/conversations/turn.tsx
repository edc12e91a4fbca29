'use client'

import { Activity, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn.ts'
import { NEWEST } from './newest.ts'
import { pinRun, useIsPinned } from './pins.ts'

export type TurnProps = {
  id: string
  runId: string
  isLast: boolean
  /** There is none before it to lead past. */
  isOnly?: boolean
  /** Far above the newest: it costs no layout and no paint while it is off screen. */
  isFar?: boolean
  children: ReactNode
}

/** A question with its run. The newest comes alive with the page, each earlier one in a piece of its own after it. */
export function Turn(props: TurnProps) {
  // as it was at first: a turn that would move into or out of a boundary would begin anew
  const [isApart] = useState(!props.isLast)
  const turn = <Section {...props} />
  return isApart ? <Activity>{turn}</Activity> : turn
}

/**
 * Just sent, a question pins to the top, and as the last one it stays tall enough to be there when a
 * short answer has settled; otherwise the page never scrolls by itself.
 */
function Section({ id, runId, isLast, isOnly = false, isFar = false, children }: TurnProps) {
  const section = useRef<HTMLElement>(null)
  const isPinned = useIsPinned(runId)
  const [wasPinned, setWasPinned] = useState(false)
  if (isPinned && !wasPinned) setWasPinned(true)
  useLayoutEffect(() => {
    if (!isPinned) return
    section.current?.scrollIntoView({ block: 'start' })
    pinRun(null)
  }, [isPinned])
  return (
    <section
      ref={section}
      id={id}
      data-turn
      className={cn(
        'turn relative',
        isLast ? 'pb-[calc(3rem+var(--dock-over,0px))]' : 'pb-18',
        wasPinned && isLast && 'turn-tall',
        isFar && 'turn-far',
      )}
    >
      {isLast && !isOnly && <span id={NEWEST} className="absolute top-0" />}
      {children}
    </section>
  )
}
