import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { createFormatter, createTranslator } from 'use-intl/core'
import { TIME_ZONE_COOKIE } from '@/components/layout/time-zone-cookie.ts'
import { currentSettings } from '@/components/settings/current.ts'
import { timeZoneOr } from '@/lib/core/conversations/days.ts'
import { acceptedLanguage, type Language } from '@/lib/core/settings/languages.ts'
import { loadMessages } from '@/lib/messages/load.ts'
import type { Messages, Namespace } from '@/lib/messages/types.ts'

/** The language that the browser asks for. */
export const browserLanguage = cache(
  async (): Promise<Language> => acceptedLanguage((await headers()).get('accept-language')),
)

/** The language of this page: the chosen one, else the browser's. */
export const currentLanguage = cache(async (): Promise<Language> => {
  const { language } = await currentSettings()
  return language === 'browser' ? browserLanguage() : language
})

/** The visitor's time zone, UTC until the browser has told it. */
export const currentTimeZone = cache(
  async (): Promise<string> => timeZoneOr((await cookies()).get(TIME_ZONE_COOKIE)?.value),
)

/** The texts of one namespace for server components, actions and titles; client components use `useTranslations`. */
export async function translator<const Name extends Namespace>(namespace: Name) {
  const locale = await currentLanguage()
  const messages = await loadMessages(locale)
  const timeZone = await currentTimeZone()
  return createTranslator<Messages, Name>({ locale, messages, namespace, timeZone })
}

/** Numbers and dates as the language of this page writes them, for server components. */
export async function formatter() {
  return createFormatter({ locale: await currentLanguage(), timeZone: await currentTimeZone() })
}
