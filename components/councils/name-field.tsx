import { useTranslations } from 'use-intl/react'
import { NAME_MAX } from './council-form.ts'

export type NameFieldProps = { defaultValue?: string; isFocused?: boolean; isInvalid: boolean; problemId: string }

/** Field `name` of a council. */
export function NameField({ defaultValue, isFocused = false, isInvalid, problemId }: NameFieldProps) {
  const t = useTranslations('picker')
  return (
    <label className="block min-w-0">
      <span className="mb-1.5 block font-medium text-ink-2 text-xs">{t('name')}</span>
      <input
        name="name"
        required
        maxLength={NAME_MAX}
        defaultValue={defaultValue}
        // biome-ignore lint/a11y/noAutofocus: only where the reader has just chosen to name it
        autoFocus={isFocused}
        autoComplete="off"
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? problemId : undefined}
        className="h-9 w-full rounded-md border border-line-strong bg-surface px-2.5 text-base text-ink sm:text-sm pointer-coarse:h-11"
      />
    </label>
  )
}
