'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ProviderResource } from '@/lib/client/provider-stream.ts'
import { providerName } from './provider-name.ts'

/** Says to who listens which providers have another status than before; nothing when the page is opened. */
export function StatusChanges({ providers }: { providers: ProviderResource[] }) {
  const t = useTranslations('providers')
  const now = providers.map(({ id, status }) => `${id} ${status}`).join('\n')
  const [known, setKnown] = useState({ now, said: '' })
  if (known.now !== now) {
    const before = new Set(known.now.split('\n'))
    const changed = providers.filter(({ id, status }) => !before.has(`${id} ${status}`))
    const said = changed.map(({ id, status }) =>
      t('changed', { name: providerName(id), status: t(`statuses.${status}`) }),
    )
    setKnown({ now, said: said.join(' ') })
  }
  return (
    <p role="status" className="sr-only">
      {known.said}
    </p>
  )
}
