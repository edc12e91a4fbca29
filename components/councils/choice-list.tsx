'use client'

import { ChevronRight, Pencil } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { Button } from '../ui/button.tsx'
import { ChoiceRow } from './choice-row.tsx'
import { type CouncilChoice, customView, type Offer, type Picked, viewOf } from './choices.ts'

export type ChoiceListProps = Offer & {
  picked: Picked
  onPick: (picked: Picked) => void
  onChooseSeats: () => void
}

/** Everything that can be asked: presets, own councils, single models; arrow keys go up and down. */
export function ChoiceList({ councils, models, picked, onPick, onChooseSeats }: ChoiceListProps) {
  const own = councils.filter((council) => council.kind === 'own')
  const row = (council: CouncilChoice) => (
    <ChoiceRow
      {...council}
      isChosen={picked.kind === 'council' && picked.id === council.id}
      isDisabled={council.missing.length > 0}
      onChoose={() => onPick({ kind: 'council', id: council.id })}
    >
      {council.missing.length > 0 ? `Not here now: ${council.missing.join(', ')}.` : council.description}
    </ChoiceRow>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is used; this only moves the focus
    <div onKeyDown={moveFocus} className="space-y-3 p-2">
      <Group title="Councils">
        {councils
          .filter((council) => council.kind === 'preset')
          .map((council) => (
            <li key={council.id}>{row(council)}</li>
          ))}
        {picked.kind === 'custom' ? (
          <li>
            <ChoiceRow {...customView(picked.seats, models)} isChosen onChoose={() => onPick(picked)}>
              {customView(picked.seats, models).description}
            </ChoiceRow>
          </li>
        ) : null}
      </Group>
      {own.length > 0 ? (
        <Group title="Yours">
          {own.map((council) => (
            <li key={council.id} className="flex items-center gap-1">
              {row(council)}
              <Button asChild variant="ghost" size="icon-sm" className="pointer-coarse:size-11">
                <Link
                  href={`/councils?edit=${council.id}` as Route}
                  prefetch={false}
                  aria-label={`Change “${council.name}”`}
                >
                  <Pencil aria-hidden />
                </Link>
              </Button>
            </li>
          ))}
        </Group>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 px-0.5">
        <Button variant="outline" size="sm" onClick={onChooseSeats} className="pointer-coarse:h-11">
          Choose members…
          <ChevronRight aria-hidden />
        </Button>
        <Button asChild variant="link" size="sm" className="pointer-coarse:h-11">
          <Link href={'/councils' as Route} prefetch={false}>
            All councils
          </Link>
        </Button>
      </div>
      <Group title="One model alone">
        {models.map((model) => {
          const view = viewOf({ kind: 'single', model: model.id }, { councils, models })
          return view ? (
            <li key={model.id}>
              <ChoiceRow
                {...view}
                isChosen={picked.kind === 'single' && picked.model === model.id}
                onChoose={() => onPick({ kind: 'single', model: model.id })}
              >
                {model.description}
              </ChoiceRow>
            </li>
          ) : null
        })}
      </Group>
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="px-2.5 pb-1 font-medium text-ink-3 text-xs">
        {title}
      </h3>
      <ul>{children}</ul>
    </section>
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
