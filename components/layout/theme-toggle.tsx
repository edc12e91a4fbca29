'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useId } from 'react'
import { Segmented, SegmentedItem } from '@/components/ui/segmented.tsx'
import { rememberPreference } from './preferences.ts'
import { THEME_COOKIE, type Theme } from './theme.ts'

const CHOICES = [
  { theme: 'light', label: 'Light', Icon: Sun },
  { theme: 'dark', label: 'Dark', Icon: Moon },
  { theme: 'system', label: 'As the system', Icon: Monitor },
] as const

/** Light, dark or as the system; kept in a cookie so that the server paints it right the first time. */
export function ThemeToggle({ initial, className }: { initial: Theme; className?: string }) {
  // The toggle may be in the page twice (column and drawer); each is a radio group of its own.
  const group = useId()
  return (
    <Segmented legend="Theme" className={className}>
      {CHOICES.map(({ theme, label, Icon }) => (
        <SegmentedItem
          key={theme}
          name={group}
          value={theme}
          defaultChecked={theme === initial}
          onChange={() => applyTheme(theme)}
          className="h-7 flex-1 px-2 pointer-coarse:h-11"
          title={label}
          aria-label={label}
        >
          <Icon aria-hidden className="size-3.5" />
        </SegmentedItem>
      ))}
    </Segmented>
  )
}

function applyTheme(theme: Theme): void {
  rememberPreference(THEME_COOKIE, theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
