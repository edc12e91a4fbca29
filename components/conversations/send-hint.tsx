'use client'

import { useTranslations } from 'use-intl/react'
import { useKeyName } from '@/components/layout/keys.ts'
import { useSettings } from '@/components/settings/settings-context.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'

/** Which keys send a question and which do not. */
export function SendHint() {
  const t = useTranslations('composer')
  const nameOf = useKeyName()
  const { enter } = useSettings()
  const key = (name: React.ReactNode) => <Kbd>{name}</Kbd>
  return <span>{enter === 'send' ? t.rich('hintSend', { key }) : t.rich('hintLine', { key, mod: nameOf('Mod') })}</span>
}
