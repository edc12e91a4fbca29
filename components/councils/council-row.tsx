import { Pencil } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/button.tsx'
import { ChoiceRow } from './choice-row.tsx'
import type { CouncilChoice, Picked } from './choices.ts'
import { useCouncilWords } from './use-seating-words.ts'

export type CouncilRowProps = {
  council: CouncilChoice
  picked: Picked
  isDemo: boolean
  onPick: (picked: Picked) => void
}

/** A council to choose; one whose model is gone says so and cannot be chosen. */
export function CouncilRow({ council, picked, isDemo, onPick }: CouncilRowProps) {
  const t = useTranslations('picker')
  const councilWords = useCouncilWords()
  const { id, name, seats, members, chairman, typical, missing } = council
  return (
    <ChoiceRow
      {...{ name, seats, members, chairman, typical, isDemo }}
      isChosen={picked.kind === 'council' && picked.id === id}
      isDisabled={missing.length > 0}
      onChoose={() => onPick({ kind: 'council', id })}
    >
      {missing.length > 0 ? t('notHere', { models: missing.join(', ') }) : councilWords(council)}
    </ChoiceRow>
  )
}

/** A council of one's own, with a way to where it is changed. */
export function OwnRow(props: CouncilRowProps) {
  const t = useTranslations('picker')
  const { id, name } = props.council
  return (
    <li className="flex items-center gap-1">
      <CouncilRow {...props} />
      <Button asChild variant="ghost" size="icon-sm" className="pointer-coarse:size-11">
        <Link href={`/councils?edit=${id}` as Route} prefetch={false} aria-label={t('change', { name })}>
          <Pencil aria-hidden />
        </Link>
      </Button>
    </li>
  )
}
