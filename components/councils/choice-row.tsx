import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { DemoBadge } from '../runs/seat-name.tsx'
import { cn } from '../ui/cn.ts'
import type { PickedView } from './choices.ts'
import { SeatDots, type SeatDotsProps } from './seat-dots.tsx'
import { useTypicalWords } from './use-typical-words.ts'

export type ChoiceRowProps = PickedView &
  Pick<SeatDotsProps, 'looks'> & {
    /** A sentence on what it is, or why it cannot be had. */
    children: ReactNode
    isChosen: boolean
    isDisabled?: boolean
    /** Says that nobody in it is a language model, where that is not said of the whole list. */
    isDemo?: boolean
    onChoose: () => void
  }

/** One thing to choose: its name and seats, what it takes, and a sentence. */
export function ChoiceRow({ children, isChosen, isDisabled, isDemo = false, onChoose, ...view }: ChoiceRowProps) {
  const t = useTranslations('picker')
  const typicalWords = useTypicalWords()
  const { name, typical, ...dots } = view
  return (
    <button
      type="button"
      data-choice
      aria-current={isChosen}
      disabled={isDisabled}
      onClick={onChoose}
      className={cn(
        'grid w-full min-w-0 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 rounded-md px-2.5 py-2 text-left',
        'hover:bg-sunken focus-visible:-outline-offset-2 disabled:opacity-60 aria-[current=true]:bg-sunken pointer-coarse:py-2.5',
      )}
    >
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium text-ink text-sm">{name ?? t('own')}</span>
        <SeatDots seats={dots.seats} members={dots.members} chairman={dots.chairman} looks={dots.looks} />
        {isDemo ? <DemoBadge /> : null}
        {isChosen ? <Check aria-hidden className="size-4 shrink-0 text-accent" /> : null}
      </span>
      <span className="whitespace-nowrap text-ink-2 text-xs">{typicalWords(typical)}</span>
      <span className="col-span-2 text-ink-3 text-xs leading-4">{children}</span>
    </button>
  )
}
