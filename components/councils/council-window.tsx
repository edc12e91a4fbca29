'use client'

import { type RefObject, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Dialog, DialogContent } from '../ui/dialog.tsx'
import { Popover, PopoverAnchor, PopoverContent } from '../ui/popover.tsx'
import { ChoiceList } from './choice-list.tsx'
import type { Offer, Picked } from './choices.ts'
import type { CouncilAction } from './council-form.ts'
import { SeatChooser } from './seat-chooser.tsx'
import { draftOf, type SeatDraft } from './seat-draft.ts'

export type CouncilWindowProps = Offer & {
  /** The button it belongs to. */
  anchor: RefObject<HTMLButtonElement | null>
  picked: Picked
  keep: CouncilAction
  onPick: (picked: Picked) => void
  onClose: () => void
}

/** The window of the picker: at its button, or from below on a phone. */
export function CouncilWindow({ anchor, onClose, onPick, ...props }: CouncilWindowProps) {
  const title = useTranslations('picker')('title')
  const [isPhone] = useState(() => !matchMedia('(min-width: 40rem)').matches)
  const onOpenChange = (isOpen: boolean) => {
    if (!isOpen) onClose()
  }
  const focus = {
    onOpenAutoFocus(event: Event) {
      const chosen = (event.currentTarget as HTMLElement).querySelector<HTMLElement>('[aria-current=true]')
      if (!chosen) return
      event.preventDefault()
      chosen.focus()
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault()
      anchor.current?.focus()
    },
  }
  const body = (
    <Choosing
      {...props}
      onPick={(picked) => {
        onPick(picked)
        onClose()
      }}
    />
  )
  if (isPhone) {
    return (
      <Dialog open onOpenChange={onOpenChange}>
        <DialogContent title={title} isFlush {...focus}>
          {body}
        </DialogContent>
      </Dialog>
    )
  }
  return (
    <Popover open onOpenChange={onOpenChange}>
      <PopoverAnchor virtualRef={anchor as RefObject<HTMLButtonElement>} />
      <PopoverContent
        aria-label={title}
        {...focus}
        onInteractOutside={(event) => {
          // the button closes by itself
          if (anchor.current?.contains(event.target as Node)) event.preventDefault()
        }}
        className="w-[27rem]"
      >
        {body}
      </PopoverContent>
    </Popover>
  )
}

function Choosing({ councils, models, picked, keep, onPick }: Omit<CouncilWindowProps, 'anchor' | 'onClose'>) {
  const [draft, setDraft] = useState<SeatDraft | null>(null)

  /** What is picked is where choosing seats begins. */
  function chooseSeats() {
    if (picked.kind === 'custom') return setDraft({ ...picked.seats })
    const council = councils.find((candidate) => picked.kind === 'council' && candidate.id === picked.id)
    setDraft(draftOf(council ?? null, models))
  }

  if (!draft)
    return (
      <ChoiceList councils={councils} models={models} picked={picked} onPick={onPick} onChooseSeats={chooseSeats} />
    )
  return <SeatChooser initial={draft} models={models} keep={keep} onPick={onPick} onBack={() => setDraft(null)} />
}
