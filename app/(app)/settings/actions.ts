'use server'
import { cookies } from 'next/headers'
import type { SaveState } from '@/components/settings/settings-form.tsx'
import { guestCookieOptions } from '@/lib/api/guest-cookie.ts'
import { formatSettings, parseSettings, SETTINGS_COOKIE, settingsFrom } from '@/lib/core/settings/settings.ts'
import { container } from '@/lib/runtime/door.ts'

/** Keeps what the form names in this browser's cookie; what is unknown stays as it was. */
export async function saveSettingsAction(_previous: SaveState, form: FormData): Promise<SaveState> {
  const jar = await cookies()
  const before = parseSettings(jar.get(SETTINGS_COOKIE)?.value)
  const settings = settingsFrom((name) => form.get(name), before)
  const { appUrl } = await container()
  // the page itself changes the theme in it, so it may read it
  jar.set(SETTINGS_COOKIE, formatSettings(settings), { ...guestCookieOptions(appUrl), httpOnly: false })
  return { isSaved: true }
}
