'use client'

import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RunState } from '@/lib/core/council/state.ts'
import { Button } from '../ui/button.tsx'
import { EditQuestion } from './edit-question.tsx'
import { Question } from './question.tsx'
import { SiblingSwitch } from './sibling-switch.tsx'
import type { TurnTools } from './turn-tools.ts'

/** The question with what can be done about it: ask it in other words, go to how it was asked before. */
export function QuestionHead({ id, run, tools }: { id: string; run: RunState; tools: TurnTools | null }) {
  const t = useTranslations('branches')
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <EditQuestion headingId={id} run={run} onClose={() => setEditing(false)} />
  const { historyOmitted } = run.plan
  return (
    <div className="mx-auto w-full max-w-(--width-read)">
      <Question id={id} text={run.question} hasDemo={run.plan.seats.some((seat) => seat.demo)} />
      {historyOmitted !== undefined && (
        <p className="mt-2 text-ink-3 text-xs">{t('omitted', { count: historyOmitted })}</p>
      )}
      {tools && (
        <div className="mt-2 flex min-h-8 items-center gap-3">
          <SiblingSwitch
            siblings={tools.versions}
            what="question"
            conversationId={run.conversationId}
            show={tools.show}
          />
          <Button
            variant="ghost"
            size="sm"
            className="-ml-2 px-2 text-ink-3 pointer-coarse:h-11"
            onClick={() => setEditing(true)}
          >
            <Pencil aria-hidden className="size-3.5" />
            {t('edit')}
          </Button>
        </div>
      )}
    </div>
  )
}
