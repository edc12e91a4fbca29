import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { parseSettings, SETTINGS_COOKIE, type Settings } from '@/lib/core/settings/settings.ts'

/** The settings of whoever looks at this page, read once per request. */
export const currentSettings = cache(
  async (): Promise<Settings> => parseSettings((await cookies()).get(SETTINGS_COOKIE)?.value),
)
