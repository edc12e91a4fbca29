'use client'

import { Plus } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { CUSTOM_COUNCIL, MEMBERS_MAX, seatChoice, VOTINGS } from '@/lib/core/council/choice.ts'
import { seatLooks } from '../runs/seat-look.ts'
import { Button } from '../ui/button.tsx'
import { Segmented, SegmentedItem } from '../ui/segmented.tsx'
import type { ModelChoice } from './choices.ts'
import { canChooseReviewers, choiceOf, type SeatDraft, withMember, withMembers, withReviewer } from './seat-draft.ts'
import { SeatRow } from './seat-row.tsx'

export type SeatFieldsProps = { draft: SeatDraft; models: ModelChoice[]; onChange: (draft: SeatDraft) => void }

/** Fields `member`, `chairman`, `voting` and `reviewer` of a form. Without JavaScript every seat there can be is shown. */
export function SeatFields({ draft, models, onChange }: SeatFieldsProps) {
  const t = useTranslations('picker')
  const legendId = useId()
  const choice = choiceOf(draft)
  const { seats } = seatChoice(CUSTOM_COUNCIL, choice, models)
  const looks = seatLooks({ seats })
  const review = (seat: string) =>
    draft.voting === 'none'
      ? null
      : {
          isOn: choice.reviewers.includes(seat),
          isFixed: !canChooseReviewers(draft),
          onChange: (isOn: boolean) => onChange(withReviewer(draft, seat, isOn)),
        }
  const rows = Array.from({ length: MEMBERS_MAX }, (_, index) => draft.members[index] ?? '')
  const chairmanSeat = `s${draft.members.length + 1}`

  function add() {
    const free = models.find((model) => !draft.members.includes(model.id) && model.id !== draft.chairman) ?? models[0]
    if (free) onChange(withMembers(draft, [...draft.members, free.id]))
  }

  return (
    <div className="space-y-4">
      <fieldset className="min-w-0 space-y-1.5">
        <legend className="mb-1.5 font-medium text-ink-2 text-xs">{t('membersAnswer')}</legend>
        {rows.map((model, index) => (
          <SeatRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place
            key={index}
            name="member"
            label={t('member', { number: index + 1 })}
            position={String(index + 1)}
            model={model}
            models={models}
            look={looks[`s${index + 1}`]}
            isSpare={index >= draft.members.length}
            canBeEmpty={index > 0}
            review={index < draft.members.length ? review(`s${index + 1}`) : null}
            onChange={(next) => onChange(withMember(draft, index, next))}
            onRemove={draft.members.length > 1 ? () => onChange(withMember(draft, index, '')) : null}
          />
        ))}
        {draft.members.length < MEMBERS_MAX ? (
          <Button variant="ghost" size="sm" onClick={add} className="noscript:hidden pointer-coarse:h-11">
            <Plus aria-hidden />
            {t('addMember')}
          </Button>
        ) : null}
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="mb-1.5 font-medium text-ink-2 text-xs">{t('chairmanWrites')}</legend>
        <SeatRow
          name="chairman"
          label={t('chairman')}
          position="chairman"
          model={draft.chairman}
          models={models}
          look={looks[chairmanSeat]}
          isSpare={false}
          canBeEmpty={false}
          review={review(chairmanSeat)}
          onChange={(chairman) => onChange({ ...draft, chairman })}
          onRemove={null}
        />
      </fieldset>
      <div className="space-y-1.5">
        <p id={legendId} className="font-medium text-ink-2 text-xs">
          {t('voting')}
        </p>
        <Segmented legend={t('voting')} className="w-fit">
          {VOTINGS.map((voting) => (
            <SegmentedItem
              key={voting}
              name="voting"
              value={voting}
              checked={draft.voting === voting}
              onChange={() => onChange({ ...draft, voting, reviewers: null })}
              className="pointer-coarse:h-10"
            >
              {t(`votings.${voting}`)}
            </SegmentedItem>
          ))}
        </Segmented>
      </div>
    </div>
  )
}
