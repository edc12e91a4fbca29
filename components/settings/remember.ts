import { rememberPreference } from '@/components/layout/preferences.ts'
import { formatSettings, parseSettings, SETTINGS_COOKIE, type Settings } from '@/lib/core/settings/settings.ts'

/** Changes one of this browser's settings and leaves the others. */
export function rememberSetting(change: Partial<Settings>): void {
  const entry = document.cookie.split('; ').find((part) => part.startsWith(`${SETTINGS_COOKIE}=`))
  const settings = parseSettings(entry?.slice(SETTINGS_COOKIE.length + 1))
  rememberPreference(SETTINGS_COOKIE, formatSettings({ ...settings, ...change }))
}
