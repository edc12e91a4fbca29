'use client'

import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type CouncilChoice, firstPick, type ModelChoice, type Picked, viewOf } from '@/components/councils/choices.ts'
import type { CouncilAction } from '@/components/councils/council-form.ts'
import { PlainPicker } from '@/components/councils/plain-picker.tsx'
import { SeatDots } from '@/components/councils/seat-dots.tsx'
import { useTypicalWords } from '@/components/councils/use-typical-words.ts'

const loadWindow = async () => ({ default: (await import('@/components/councils/council-window.tsx')).CouncilWindow })
const CouncilWindow = lazy(loadWindow)

export type CouncilPickerProps = {
  councils: CouncilChoice[]
  models: ModelChoice[]
  /** Council to begin with. */
  chosen: string
  /** Model to begin with where that is a single one. */
  model?: string | undefined
  keep: CouncilAction
  disabled: boolean
}

/** Who answers: fields `council`, `model` and `seats` of the form around it, and a button that opens the choice. */
export function CouncilPicker({ councils, models, chosen, model, keep, disabled }: CouncilPickerProps) {
  const t = useTranslations('picker')
  const typicalWords = useTypicalWords()
  const offer = { councils, models }
  const first = firstPick(chosen, offer, model)
  const [wished, setWished] = useState<Picked>(first)
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  // a council can be deleted on another page while it is picked here
  const picked = viewOf(wished, offer) ? wished : first
  const view = viewOf(picked, offer)
  return (
    <>
      <PlainPicker {...offer} picked={picked} onPick={setWished} />
      <button
        ref={button}
        type="button"
        disabled={disabled}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        onPointerEnter={loadWindow}
        onFocus={loadWindow}
        className="inline-flex h-8 min-w-0 max-w-full items-center gap-2 rounded-md px-2 text-ink-2 text-xs hover:bg-sunken hover:text-ink aria-expanded:bg-sunken disabled:opacity-60 noscript:hidden pointer-coarse:h-11"
      >
        <span className="sr-only">{t('who')} </span>
        {view ? (
          <>
            <SeatDots seats={view.seats} members={view.members} chairman={view.chairman} />
            <span className="truncate font-medium text-ink">{view.name ?? t('own')}</span>
            <span className="shrink-0">{typicalWords(view.typical)}</span>
          </>
        ) : null}
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <CouncilWindow
            {...offer}
            anchor={button}
            picked={picked}
            keep={keep}
            onPick={setWished}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
