'use client'

import type { ReactNode, Ref } from 'react'
import { useTranslations } from 'use-intl/react'
import { finalAnswer, hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { cn } from '../ui/cn.ts'
import { Group } from '../ui/group.tsx'
import { RunText } from './run-text.tsx'
import { answerSlot } from './text-slots.ts'
import type { Phase } from './use-phase.ts'

/**
 * One slot for the place-holder and the answer: the rail shrinks to a meta line and the text begins where the
 * place-holder stood. While it grows it keeps a whole screen for itself, so nothing that is visible moves.
 */
export function Verdict({
  run,
  phase,
  head,
  placeholder,
  slotRef,
}: {
  run: RunState
  phase: Phase
  /** The rail or the meta line; both have the same height. */
  head: ReactNode
  placeholder: ReactNode
  slotRef: Ref<HTMLElement>
}) {
  const t = useTranslations('runs')
  const answer = phase === 'gathering' ? null : finalAnswer(run)
  return (
    <Group
      ref={slotRef}
      tabIndex={-1}
      aria-label={t(run.plan.kind === 'council' ? 'verdict' : 'answer')}
      className={cn(
        'mx-auto w-full max-w-(--width-read) scroll-mt-20 outline-none',
        phase !== 'settled' && '[overflow-anchor:none]',
        answer === null && phase !== 'settled' && 'min-h-32',
        phase === 'speaking' && run.plan.kind === 'council' && 'min-h-svh',
      )}
    >
      {head}
      {answer === null ? (
        placeholder
      ) : (
        <RunText slot={answerSlot(answer)} source={answer.text} isWhole={hasEnded(run)} voice="verdict" />
      )}
    </Group>
  )
}
