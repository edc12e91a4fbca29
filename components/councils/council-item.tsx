'use client'

import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/button.tsx'
import type { CouncilChoice, ModelChoice } from './choices.ts'
import { CouncilEditor } from './council-editor.tsx'
import type { CouncilAction } from './council-form.ts'
import { SeatDots } from './seat-dots.tsx'
import { useCouncilWords } from './use-seating-words.ts'
import { useTypicalWords } from './use-typical-words.ts'

/** Name, seats, figures and sentence of a council. */
export function CouncilLine({ council }: { council: CouncilChoice }) {
  const t = useTranslations('picker')
  const typicalWords = useTypicalWords()
  const councilWords = useCouncilWords()
  const { name, seats, members, chairman, typical, missing } = council
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="break-words font-medium text-ink">{name}</span>
        <SeatDots seats={seats} members={members} chairman={chairman} />
        <span className="text-ink-2 text-xs">{typicalWords(typical)}</span>
      </span>
      <span className="mt-0.5 block text-ink-3 text-sm">
        {missing.length > 0 ? t('cannotAsk', { models: missing.join(', ') }) : councilWords(council)}
      </span>
    </>
  )
}

export type CouncilItemProps = {
  council: CouncilChoice
  models: ModelChoice[]
  action: CouncilAction
  remove: (form: FormData) => Promise<void>
  isOpen: boolean
  idempotencyKey: string
}

/** A council of one's own: folded, or open to change or delete. */
export function CouncilItem({ council, remove, isOpen, ...editor }: CouncilItemProps) {
  const t = useTranslations('picker')
  return (
    <details open={isOpen} id={council.id} className="group scroll-mt-6 py-3">
      <summary className="grid list-none grid-cols-[minmax(0,1fr)_auto] gap-4 rounded-sm">
        <span className="min-w-0">
          <CouncilLine council={council} />
        </span>
        <span className="pt-0.5 text-accent text-sm underline decoration-line-strong underline-offset-4 group-open:hidden">
          {t('changeIt')}
        </span>
        <span className="hidden pt-0.5 text-ink-3 text-sm group-open:inline">{t('close')}</span>
      </summary>
      <div className="space-y-6 pt-4 pb-3">
        <CouncilEditor {...editor} council={council} />
        <details>
          <summary className="w-fit rounded-sm py-1 text-fail text-sm pointer-coarse:py-3">{t('delete')}</summary>
          <form action={remove} className="flex flex-wrap items-center gap-3 pt-2">
            <input type="hidden" name="id" value={council.id} />
            <p className="text-ink-2 text-sm">{t('deleteNote')}</p>
            <Button type="submit" variant="outline" size="sm" className="text-fail pointer-coarse:h-11">
              {t('deleteName', { name: council.name })}
            </Button>
          </form>
        </details>
      </div>
    </details>
  )
}
