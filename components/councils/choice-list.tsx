'use client'

import { ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl/react'
import { seatLooks } from '../runs/seat-look.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { ChoiceRow } from './choice-row.tsx'
import { customView, type Offer, type Picked, viewOf } from './choices.ts'
import { CouncilRow, OwnRow } from './council-row.tsx'
import { useSeatingWords } from './use-seating-words.ts'

export type ChoiceListProps = Offer & {
  picked: Picked
  onPick: (picked: Picked) => void
  onChooseSeats: () => void
}

/** Everything that can be asked: presets, own councils, single models; arrow keys go up and down. */
export function ChoiceList({ councils, models, picked, onPick, onChooseSeats }: ChoiceListProps) {
  const t = useTranslations('picker')
  const seatingWords = useSeatingWords()
  const presets = councils.filter((council) => council.kind === 'preset')
  const own = councils.filter((council) => council.kind === 'own')
  const custom = picked.kind === 'custom' ? customView(picked.seats, models) : null
  const looks = seatLooks({ seats: models.map(({ id, name, demo }) => ({ id, model: id, name, demo })) })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is used; this only moves the focus
    <div onKeyDown={moveFocus} className="space-y-3 p-2">
      <ChoiceGroup title={t('councils')} views={presets}>
        {(isDemo) => (
          <>
            {presets.map((council) => (
              <li key={council.id}>
                <CouncilRow council={council} picked={picked} onPick={onPick} isDemo={isDemo(council)} />
              </li>
            ))}
            {custom ? (
              <li>
                <ChoiceRow {...custom} isChosen isDemo={isDemo(custom)} onChoose={() => onPick(picked)}>
                  {seatingWords(custom)}
                </ChoiceRow>
              </li>
            ) : null}
          </>
        )}
      </ChoiceGroup>
      {own.length > 0 ? (
        <ChoiceGroup title={t('yours')} views={own}>
          {(isDemo) =>
            own.map((council) => (
              <OwnRow key={council.id} council={council} picked={picked} onPick={onPick} isDemo={isDemo(council)} />
            ))
          }
        </ChoiceGroup>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 px-0.5">
        <Button variant="outline" size="sm" onClick={onChooseSeats} className="pointer-coarse:h-11">
          {t('choose')}
          <ChevronRight aria-hidden />
        </Button>
        <Button asChild variant="link" size="sm" className="pointer-coarse:h-11">
          <Link href={'/councils' as Route} prefetch={false}>
            {t('all')}
          </Link>
        </Button>
      </div>
      <ChoiceGroup title={t('alone')} views={models.map((model) => ({ seats: [model] }))}>
        {(isDemo) =>
          models.map((model) => {
            const choice: Picked = { kind: 'single', model: model.id }
            const view = viewOf(choice, { councils, models })
            if (!view) return null
            const look = looks[model.id]
            return (
              <li key={model.id}>
                <ChoiceRow
                  {...view}
                  looks={look && { s1: look }}
                  isChosen={picked.kind === 'single' && picked.model === model.id}
                  isDemo={isDemo({ seats: [model] })}
                  onChoose={() => onPick(choice)}
                >
                  {model.description}
                </ChoiceRow>
              </li>
            )
          })
        }
      </ChoiceGroup>
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-choice]:not(:disabled)')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  rows.at((at + step + rows.length) % rows.length)?.focus()
}
