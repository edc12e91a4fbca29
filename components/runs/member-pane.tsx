'use client'

import { useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { CopyAnswer } from '../markdown/copy-answer.tsx'
import { MessageThreads } from '../threads/message-threads.tsx'
import { cn } from '../ui/cn.ts'
import { Group } from '../ui/group.tsx'
import { RunText } from './run-text.tsx'
import type { SeatLook } from './seat-look.ts'
import { DemoBadge, Monogram } from './seat-name.tsx'
import { noteOf, type SeatView } from './seat-view.ts'
import { StateDot } from './state-dot.tsx'
import { useFollow } from './use-follow.ts'
import { type RunWords, useRunWords } from './words.ts'

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
  const words = useRunWords()
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
      <Group
        ref={body}
        data-seat={view.seat.id}
        aria-label={words.t('members.answerOf', { name: view.seat.name })}
        scrolls
        className="h-72 overflow-y-auto pb-2 overscroll-contain rounded-sm pr-2 [scrollbar-width:thin]"
      >
        <MemberText view={view} action={action} />
      </Group>
      <footer className="flex h-9 items-center border-line border-t text-ink-3 text-xs pointer-coarse:h-11">
        <span className="mr-auto truncate">{progressOf(view, words)}</span>
        <MemberThreads view={view} isCompact />
        <CopyMember view={view} />
      </footer>
    </article>
  )
}

/** What a member wrote, with a sentence where something went wrong. */
export function MemberText({ view, action }: { view: SeatView; action: React.ReactNode }) {
  const words = useRunWords()
  return (
    <>
      {view.insteadOf !== null && (
        <p className="mb-3 text-ink-3 text-xs">{words.t('inPlaceOf', { name: view.insteadOf })}</p>
      )}
      {view.note && (
        <p className={cn('mb-3 text-sm', view.status === 'failed' ? 'text-fail' : 'text-ink-2')}>
          {noteOf(view, words)} {view.status === 'failed' && action}
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
  const t = useTranslations('runs')
  if (view.status !== 'done' && !view.isPartial) return null
  return <CopyAnswer text={view.text} label={t('copyAnswerOf', { name: view.seat.name })} />
}

/** Replies to a member, once its answer is whole. */
export function MemberThreads({ view, isCompact = false }: { view: SeatView; isCompact?: boolean }) {
  if (view.status !== 'done' || view.text === '') return null
  return <MessageThreads seat={view.seat.id} what={{ key: 'member', name: view.seat.name }} isCompact={isCompact} />
}

/** "Writing, 120 words", "212 words in 8.1 s". */
export function progressOf(view: SeatView, { t, compact, duration }: RunWords): string {
  const words = t('words', { count: view.words, shown: compact(view.words) })
  const status = t(`status.${view.status}`)
  if (view.status === 'writing') return t('progress.writing', { words })
  if (view.isPartial) return t('progress.kept', { status, words })
  if (view.status !== 'done') return status
  return view.tookMs === null ? words : t('progress.took', { words, time: duration(view.tookMs) })
}
