'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { Segmented, SegmentedItem } from '@/components/ui/segmented.tsx'
import type { Settings } from '@/lib/core/settings/settings.ts'
import { useTheme } from './use-theme.ts'

const CHOICES = [
  { choice: 'light', Icon: Sun },
  { choice: 'dark', Icon: Moon },
  { choice: 'system', Icon: Monitor },
] as const

/** Light, dark or as the system; kept in a cookie so that the server paints it right the first time. */
export function ThemeToggle({ initial, className }: { initial: Settings['theme']; className?: string }) {
  const t = useTranslations('layout')
  const [theme, setTheme] = useTheme(initial)
  // The toggle may be in the page twice (column and drawer); each is a radio group of its own.
  const group = useId()
  return (
    <Segmented legend={t('theme')} className={className}>
      {CHOICES.map(({ choice, Icon }) => (
        <SegmentedItem
          key={choice}
          name={group}
          value={choice}
          checked={choice === theme}
          onChange={() => setTheme(choice)}
          className="h-7 flex-1 px-2 pointer-coarse:h-11"
          title={t(choice)}
          aria-label={t(choice)}
        >
          <Icon aria-hidden className="size-3.5" />
        </SegmentedItem>
      ))}
    </Segmented>
  )
}
