'use client'

import { useTranslations } from 'use-intl/react'
import { useSettings } from '@/components/settings/settings-context.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'
import { shortcuts, useKeyName } from './keys.ts'

/** The keys there are, and what each does. */
export function KeyList() {
  const t = useTranslations('keys')
  const nameOf = useKeyName()
  const { enter } = useSettings()
  return (
    <dl className="divide-y text-sm">
      {shortcuts(enter).map(({ keys, does }) => (
        <div key={keys.join()} className="flex items-center justify-between gap-6 py-2">
          <dt className="text-ink-2">{t(does)}</dt>
          <dd className="flex shrink-0 gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{nameOf(key)}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
