'use client'

import { ChevronLeft } from 'lucide-react'
import { type FormEvent, useId, useState, useTransition } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/button.tsx'
import { customView, type ModelChoice, type Picked } from './choices.ts'
import { type CouncilAction, NOTHING_KEPT } from './council-form.ts'
import { NameField } from './name-field.tsx'
import { SeatDots } from './seat-dots.tsx'
import { choiceOf, type SeatDraft } from './seat-draft.ts'
import { SeatFields } from './seat-fields.tsx'
import { useDraftProblem } from './use-draft-problem.ts'
import { useTypicalWords } from './use-typical-words.ts'

export type SeatChooserProps = {
  initial: SeatDraft
  models: ModelChoice[]
  keep: CouncilAction
  onPick: (picked: Picked) => void
  onBack: () => void
}

/** Chooses the seats of one question, or of a council to keep under a name. */
export function SeatChooser({ initial, models, keep, onPick, onBack }: SeatChooserProps) {
  const t = useTranslations('picker')
  const typicalWords = useTypicalWords()
  const draftProblem = useDraftProblem()
  const problemId = useId()
  const [draft, setDraft] = useState(initial)
  const [isNaming, setIsNaming] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [isKeeping, startKeeping] = useTransition()
  const choice = choiceOf(draft)
  const problem = draftProblem(draft, models)
  const view = customView(choice, models)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // React hands events on to the form around the picker, though this one stands beside it in the page
    event.stopPropagation()
    if (problem) return
    if (!isNaming) return onPick({ kind: 'custom', seats: choice })
    const form = new FormData(event.currentTarget)
    startKeeping(async () => {
      const done = await keep(NOTHING_KEPT, form).catch(() => ({ ...NOTHING_KEPT, error: t('unreached') }))
      if (done.kept) onPick({ kind: 'council', id: done.kept })
      else setRefused(done.error)
    })
  }

  return (
    <form onSubmit={submit} aria-busy={isKeeping} className="space-y-4 p-3 pb-0">
      <Button autoFocus variant="ghost" size="sm" onClick={onBack} className="-ml-1 px-2 pointer-coarse:h-11">
        <ChevronLeft aria-hidden />
        {t('councils')}
      </Button>
      <SeatFields draft={draft} models={models} onChange={setDraft} />
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-xs">
        <SeatDots seats={view.seats} members={view.members} chairman={view.chairman} />
        <span>{typicalWords(view.typical)}</span>
      </p>
      <div className="sticky bottom-0 -mx-3 space-y-3 border-t bg-surface p-3">
        <p id={problemId} role="alert" className="text-fail text-xs empty:hidden">
          {problem ?? refused}
        </p>
        {isNaming ? <NameField isFocused isInvalid={refused !== null} problemId={problemId} /> : null}
        <div className="flex flex-wrap gap-2">
          {isNaming ? (
            <>
              <Button type="submit" size="sm" disabled={isKeeping || problem !== null} className="pointer-coarse:h-11">
                {t(isKeeping ? 'keeping' : 'keep')}
              </Button>
              <Button variant="ghost" size="sm" onClick={() => setIsNaming(false)} className="pointer-coarse:h-11">
                {t('cancel')}
              </Button>
            </>
          ) : (
            <>
              <Button type="submit" size="sm" disabled={problem !== null} className="pointer-coarse:h-11">
                {t('useOnce')}
              </Button>
              <Button
                variant="outline"
                size="sm"
                disabled={problem !== null}
                onClick={() => setIsNaming(true)}
                className="pointer-coarse:h-11"
              >
                {t('keepAs')}
              </Button>
            </>
          )}
        </div>
      </div>
    </form>
  )
}
