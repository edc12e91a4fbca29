export const THEME_COOKIE = 'theme'

export type Theme = 'system' | 'light' | 'dark'

/** The theme of a cookie's value; anything unknown follows the system. */
export function parseTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}
