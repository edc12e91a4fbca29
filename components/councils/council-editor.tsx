'use client'

import { useActionState, useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/button.tsx'
import type { CouncilChoice, ModelChoice } from './choices.ts'
import { type CouncilAction, NOTHING_KEPT } from './council-form.ts'
import { NameField } from './name-field.tsx'
import { draftOf } from './seat-draft.ts'
import { SeatFields } from './seat-fields.tsx'
import { useDraftProblem } from './use-draft-problem.ts'

export type CouncilEditorProps = {
  action: CouncilAction
  /** The council to change; null for a new one. */
  council: CouncilChoice | null
  models: ModelChoice[]
  idempotencyKey: string
}

/** Name and seats of a council as a form that works without JavaScript. */
export function CouncilEditor({ action, council, models, idempotencyKey }: CouncilEditorProps) {
  const t = useTranslations('picker')
  const draftProblem = useDraftProblem()
  const problemId = useId()
  const [state, formAction, isKeeping] = useActionState(action, NOTHING_KEPT)
  const [draft, setDraft] = useState(state.given ?? draftOf(council, models))
  const problem = draftProblem(draft, models) ?? state.error
  return (
    <form action={formAction} aria-busy={isKeeping} className="max-w-md space-y-4">
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {council ? <input type="hidden" name="id" value={council.id} /> : null}
      {council ? <input type="hidden" name="version" value={council.version ?? ''} /> : null}
      <NameField
        defaultValue={state.given?.name ?? council?.name ?? ''}
        isInvalid={state.field === 'name'}
        problemId={problemId}
      />
      <SeatFields draft={draft} models={models} onChange={setDraft} />
      <p id={problemId} role="alert" className="text-fail text-sm empty:hidden">
        {problem}
      </p>
      <Button type="submit" disabled={isKeeping} className="pointer-coarse:h-11">
        {t(isKeeping ? 'keeping' : council ? 'keepChanges' : 'keepIt')}
      </Button>
    </form>
  )
}
