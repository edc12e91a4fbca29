'use client'

import { type ChangeEvent, type FormEvent, type ReactNode, useActionState, useState, useTransition } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'

export type SaveState = { isSaved: boolean }

export type SettingsFormProps = {
  /** Keeps what the form names; the page is rendered again with it. */
  action: (previous: SaveState, form: FormData) => Promise<SaveState>
  children: ReactNode
}

/** The settings as one plain form with a button. With JavaScript every choice is kept at once, by itself. */
export function SettingsForm({ action, children }: SettingsFormProps) {
  const t = useTranslations('saving')
  const [served, formAction] = useActionState(action, { isSaved: false })
  const [outcome, setOutcome] = useState<'saved' | 'failed' | null>(served.isSaved ? 'saved' : null)
  const [, startSaving] = useTransition()

  function save(form: FormData) {
    startSaving(async () => {
      const state = await action(served, form).catch(() => null)
      setOutcome(state?.isSaved ? 'saved' : 'failed')
    })
  }

  function onChange({ target }: ChangeEvent<HTMLFormElement>) {
    const form = new FormData()
    form.set(target.name, target.value)
    save(form)
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(new FormData(event.currentTarget))
  }

  return (
    <form action={formAction} onChange={onChange} onSubmit={onSubmit} autoComplete="off">
      {children}
      <noscript>
        <Button type="submit" size="lg" className="mt-8">
          {t('save')}
        </Button>
      </noscript>
      <p role="status" className="mt-4 min-h-5 text-ink-3 text-sm">
        {outcome === 'saved' && t('saved')}
        {outcome === 'failed' && <span className="text-fail">{t('failed')}</span>}
      </p>
    </form>
  )
}
