'use client'

import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl/react'
import type { Language } from '@/lib/core/settings/languages.ts'
import type { ClientMessages } from '@/lib/messages/types.ts'

export type LanguageProviderProps = {
  language: Language
  timeZone: string
  messages: ClientMessages
  children: ReactNode
}

/** Makes language, time zone and texts known to the client components below. */
export function LanguageProvider({ language, ...props }: LanguageProviderProps) {
  return <IntlProvider locale={language} {...props} />
}
