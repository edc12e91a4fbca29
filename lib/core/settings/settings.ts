import { LANGUAGES } from './languages.ts'

/** What can be chosen from a closed list; the first of each is where everybody begins. */
export const SETTING_CHOICES = {
  theme: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  motion: ['system', 'reduce'],
  /** `browser`: what the browser asks for. */
  language: ['browser', ...LANGUAGES],
  /** What Enter does in the question box; with `line` Ctrl or ⌘ with Enter sends. */
  enter: ['send', 'line'],
} as const

type Closed = { [Name in keyof typeof SETTING_CHOICES]: (typeof SETTING_CHOICES)[Name][number] }

/** How one visitor wants the product to be. */
export type Settings = Closed & {
  /** Id of the council that a new question is given to; null is the product's own default. */
  council: string | null
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'comfortable',
  motion: 'system',
  language: 'browser',
  enter: 'send',
  council: null,
}

export const SETTINGS_COOKIE = 'settings'

const COUNCIL_ID = /^[\w-]{1,64}$/

/** Settings from untrusted entries (a form, a cookie); whatever is missing or unknown stays as in `base`. */
export function settingsFrom(read: (name: string) => unknown, base: Settings = DEFAULT_SETTINGS): Settings {
  const settings = { ...base }
  for (const [name, choices] of Object.entries(SETTING_CHOICES)) {
    const value = read(name)
    if ((choices as readonly unknown[]).includes(value)) Object.assign(settings, { [name]: value })
  }
  const council = read('council')
  if (council === '') settings.council = null
  else if (typeof council === 'string' && COUNCIL_ID.test(council)) settings.council = council
  return settings
}

/** Reads the cookie's value; anything unreadable is the default. */
export function parseSettings(value: string | undefined): Settings {
  const entries = new URLSearchParams(decoded(value ?? ''))
  return settingsFrom((name) => entries.get(name) ?? undefined)
}

/** The cookie's value: what differs from the default, in a fixed order. */
export function formatSettings(settings: Settings): string {
  const entries = Object.entries(settings).filter(
    ([name, value]) => value !== null && value !== DEFAULT_SETTINGS[name as keyof Settings],
  )
  return new URLSearchParams(entries as [string, string][]).toString()
}

/** Browsers hand the value back as it was written: by the server encoded, by a page perhaps not. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
