'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { finalAnswer } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { Group } from '../ui/group.tsx'
import { Question } from './question.tsx'
import { RunText, type RunTexts, RunTextsProvider } from './run-text.tsx'
import { answerSlot } from './text-slots.ts'

/** A run that has ended as its reader finds it from afar: what was asked and what was answered, without anything to press. */
export function StillRun({ run, texts }: { run: RunState; texts?: RunTexts | undefined }) {
  const t = useTranslations('runs')
  const headingId = useId()
  const answer = finalAnswer(run)
  const isCouncil = run.plan.kind === 'council'
  return (
    <RunTextsProvider texts={texts}>
      <article aria-labelledby={headingId} className="mx-auto flex w-full max-w-(--width-wide) flex-col">
        <Question id={headingId} text={run.question} hasDemo={run.plan.seats.some((seat) => seat.demo)} />
        <div className="h-18" />
        <Group aria-label={t(isCouncil ? 'verdict' : 'answer')} className="mx-auto mt-12 w-full max-w-(--width-read)">
          {answer && <RunText slot={answerSlot(answer)} source={answer.text} isWhole voice="verdict" />}
        </Group>
        {/* about as much as receipt and evidence take, so that little moves when they come */}
        <div aria-hidden style={{ height: `${isCouncil ? 14 + 3 * run.plan.members.length : 4}rem` }} />
      </article>
    </RunTextsProvider>
  )
}
