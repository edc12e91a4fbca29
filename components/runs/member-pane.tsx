'use client'

import { useRef } from 'react'
import { duration, plural } from '@/lib/core/council/figures.ts'
import { CopyAnswer } from '../markdown/copy-answer.tsx'
import { cn } from '../ui/cn.ts'
import { RunText } from './run-text.tsx'
import type { SeatLook } from './seat-look.ts'
import { DemoBadge, Monogram } from './seat-name.tsx'
import { type SeatView, STATUS_WORDS } from './seat-view.ts'
import { StateDot } from './state-dot.tsx'
import { useFollow } from './use-follow.ts'

/** One member at work: a column of fixed height that scrolls in itself, so that nothing around it moves. */
export function MemberPane({
  view,
  look,
  action,
  isActive,
}: {
  view: SeatView
  look: SeatLook | undefined
  action: React.ReactNode
  /** On a phone only the chosen member is shown. */
  isActive: boolean
}) {
  const body = useRef<HTMLElement>(null)
  useFollow(body, view.text.length)
  return (
    <article className={cn('min-w-0 flex-col border-t-2 @2xl:flex', look?.rule, isActive ? 'flex' : 'hidden')}>
      <header className="flex h-11 items-center gap-2">
        <Monogram look={look} />
        <h3 className="truncate font-medium text-sm">{view.seat.name}</h3>
        {view.seat.demo && <DemoBadge />}
        <StateDot status={view.status} className="ml-auto" />
      </header>
      <section
        ref={body}
        data-seat={view.seat.id}
        aria-label={`Answer of ${view.seat.name}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="h-72 overflow-y-auto pb-2 overscroll-contain rounded-sm pr-2 [scrollbar-width:thin]"
      >
        <MemberText view={view} action={action} />
      </section>
      <footer className="flex h-9 items-center justify-between border-line border-t text-ink-3 text-xs">
        {progressOf(view)}
        <CopyMember view={view} />
      </footer>
    </article>
  )
}

/** What a member wrote, with a sentence where something went wrong. */
export function MemberText({ view, action }: { view: SeatView; action: React.ReactNode }) {
  return (
    <>
      {view.note && (
        <p className={cn('mb-3 text-sm', view.status === 'failed' ? 'text-fail' : 'text-ink-2')}>
          {view.note} {view.status === 'failed' && action}
        </p>
      )}
      {view.text !== '' && (
        <RunText
          slot={view.seat.id}
          source={view.text}
          isWhole={view.status === 'done' || view.isPartial}
          className={cn(view.isPartial && 'opacity-70')}
        />
      )}
      {view.status === 'done' && action}
    </>
  )
}

/** Copies what a member wrote, once it writes no more. */
export function CopyMember({ view }: { view: SeatView }) {
  if (view.status !== 'done' && !view.isPartial) return null
  return <CopyAnswer text={view.text} of={`the answer of ${view.seat.name}`} />
}

/** "Writing, 120 words", "212 words in 8.1 s". */
export function progressOf(view: SeatView): string {
  const words = plural(view.words, 'word')
  if (view.status === 'writing') return `Writing, ${words}`
  if (view.isPartial) return `${STATUS_WORDS[view.status]}, ${words} kept`
  if (view.status !== 'done') return STATUS_WORDS[view.status]
  return view.tookMs === null ? words : `${words} in ${duration(view.tookMs)}`
}
