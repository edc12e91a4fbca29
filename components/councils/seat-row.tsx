import { X } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import type { SeatLook } from '../runs/seat-look.ts'
import { Monogram } from '../runs/seat-name.tsx'
import { Button } from '../ui/button.tsx'
import { cn } from '../ui/cn.ts'
import { NativeSelect } from '../ui/native-select.tsx'
import type { ModelChoice } from './choices.ts'

/** Whether a seat reviews; fixed where all are needed. */
export type SeatReview = { isOn: boolean; isFixed: boolean; onChange: (isOn: boolean) => void }

export type SeatRowProps = {
  /** Of the field that holds the model. */
  name: 'member' | 'chairman'
  label: string
  /** What the field `reviewer` says when this seat reviews. */
  position: string
  model: string
  models: ModelChoice[]
  look: SeatLook | undefined
  /** A seat that nobody has yet: only a page without JavaScript shows it. */
  isSpare: boolean
  canBeEmpty: boolean
  review: SeatReview | null
  onChange: (model: string) => void
  onRemove: (() => void) | null
}

/** One seat: who sits there, whether they review, and a way to take the seat away. */
export function SeatRow({ name, label, position, model, models, look, isSpare, review, ...props }: SeatRowProps) {
  const t = useTranslations('picker')
  const isKnown = model === '' || models.some((candidate) => candidate.id === model)
  return (
    <div className={cn('items-center gap-2', isSpare ? 'hidden noscript:flex' : 'flex')}>
      {isSpare ? <span className="w-5" /> : <Monogram look={look} />}
      <NativeSelect
        name={name}
        aria-label={label}
        value={model}
        onChange={(event) => props.onChange(event.target.value)}
        className="min-w-0 flex-1 pointer-coarse:[&_select]:h-11 pointer-coarse:[&_svg]:top-3.5"
      >
        {props.canBeEmpty ? <option value="">{t('nobody')}</option> : null}
        {isKnown ? null : <option value={model}>{t('modelGone', { model })}</option>}
        {models.map(({ id, name: called, demo }) => (
          <option key={id} value={id}>
            {demo ? t('demoModel', { name: called }) : called}
          </option>
        ))}
      </NativeSelect>
      <label
        className={cn(
          'inline-flex h-8 shrink-0 items-center gap-1.5 text-ink-2 text-xs pointer-coarse:h-11',
          review === null && 'invisible noscript:visible',
        )}
      >
        <input
          type="checkbox"
          name="reviewer"
          value={position}
          checked={review?.isOn ?? true}
          aria-disabled={review?.isFixed}
          onChange={(event) => !review?.isFixed && review?.onChange(event.target.checked)}
          aria-label={t('reviewsWho', { who: label })}
          className="size-4 accent-accent aria-disabled:opacity-50"
        />
        <span aria-hidden>{t('reviews')}</span>
      </label>
      {name === 'member' ? (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('remove', { who: t('memberLow', { number: position }) })}
          disabled={props.onRemove === null}
          onClick={() => props.onRemove?.()}
          className="noscript:hidden pointer-coarse:size-11"
        >
          <X aria-hidden />
        </Button>
      ) : (
        <span className="w-8 shrink-0 noscript:hidden pointer-coarse:w-11" />
      )}
    </div>
  )
}
