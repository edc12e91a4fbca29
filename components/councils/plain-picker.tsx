import { useTranslations } from 'use-intl/react'
import { CUSTOM_COUNCIL } from '@/lib/core/council/choice.ts'
import { NativeSelect } from '../ui/native-select.tsx'
import { type Offer, type Picked, SINGLE } from './choices.ts'

export type PlainPickerProps = Offer & { picked: Picked; onPick: (picked: Picked) => void }

/** The fields of the form. Hidden where there is JavaScript; without it they are the picker. */
export function PlainPicker({ councils, models, picked, onPick }: PlainPickerProps) {
  const t = useTranslations('picker')
  const council = picked.kind === 'council' ? picked.id : picked.kind === 'single' ? SINGLE : CUSTOM_COUNCIL
  const model = picked.kind === 'single' ? picked.model : models[0]?.id
  const askable = councils.filter(({ missing }) => missing.length === 0)

  function pick(id: string) {
    if (id === SINGLE) onPick({ kind: 'single', model: model ?? '' })
    else onPick({ kind: 'council', id })
  }

  return (
    <>
      {picked.kind === 'custom' ? <input type="hidden" name="seats" value={JSON.stringify(picked.seats)} /> : null}
      <NativeSelect
        name="council"
        aria-label={t('title')}
        autoComplete="off"
        value={council}
        onChange={(event) => pick(event.target.value)}
        className="hidden noscript:inline-flex"
      >
        {askable.map(({ id, name, seats }) => (
          <option key={id} value={id}>
            {t('seats', { name, count: seats.length })}
          </option>
        ))}
        {models.length > 0 ? <option value={SINGLE}>{t('single')}</option> : null}
        {picked.kind === 'custom' ? <option value={CUSTOM_COUNCIL}>{t('own')}</option> : null}
      </NativeSelect>
      <NativeSelect
        name="model"
        aria-label={t('model')}
        autoComplete="off"
        value={model}
        onChange={(event) => onPick({ kind: 'single', model: event.target.value })}
        className="hidden noscript:group-has-[[value=single]:checked]/composer:inline-flex"
      >
        {models.map(({ id, name, demo }) => (
          <option key={id} value={id}>
            {demo ? t('demoModel', { name }) : name}
          </option>
        ))}
      </NativeSelect>
    </>
  )
}
