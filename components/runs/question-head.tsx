'use client'

import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { RunState } from '@/lib/core/council/state.ts'
import { Button } from '../ui/button.tsx'
import { EditQuestion } from './edit-question.tsx'
import { Question } from './question.tsx'
import { SiblingSwitch } from './sibling-switch.tsx'
import type { TurnTools } from './turn-tools.ts'

/** The question with what can be done about it: ask it in other words, go to how it was asked before. */
export function QuestionHead({ id, run, tools }: { id: string; run: RunState; tools: TurnTools | null }) {
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <EditQuestion headingId={id} run={run} onClose={() => setEditing(false)} />
  const { historyOmitted } = run.plan
  return (
    <div className="mx-auto w-full max-w-(--width-read)">
      <Question id={id} text={run.question} hasDemo={run.plan.seats.some((seat) => seat.demo)} />
      {historyOmitted !== undefined && <p className="mt-2 text-ink-3 text-xs">{omittedSentence(historyOmitted)}</p>}
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
            Edit
          </Button>
        </div>
      )}
    </div>
  )
}

function omittedSentence(turns: number): string {
  const what = turns === 1 ? 'The first question' : `The first ${turns} questions`
  return `${what} of this conversation did not fit beside this one and ${turns === 1 ? 'was' : 'were'} left out.`
}
