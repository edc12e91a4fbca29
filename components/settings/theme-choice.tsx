'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTranslations } from 'use-intl/react'
import { useTheme } from '@/components/layout/use-theme.ts'
import { Segmented, SegmentedItem } from '@/components/ui/segmented.tsx'
import { SETTING_CHOICES, type Settings } from '@/lib/core/settings/settings.ts'

const ICONS = { system: Monitor, light: Sun, dark: Moon }

type Props = Omit<ComponentProps<typeof Segmented>, 'children'> & { initial: Settings['theme']; itemClassName: string }

/** The theme as part of the settings form; follows the toggle of the sidebar, which stands beside it. */
export function ThemeChoice({ initial, itemClassName, ...props }: Props) {
  const t = useTranslations('layout')
  const [theme, setTheme] = useTheme(initial)
  return (
    <Segmented {...props}>
      {SETTING_CHOICES.theme.map((choice) => {
        const Icon = ICONS[choice]
        return (
          <SegmentedItem
            key={choice}
            name="theme"
            value={choice}
            checked={choice === theme}
            onChange={() => setTheme(choice)}
            className={itemClassName}
          >
            <Icon aria-hidden className="size-3.5" />
            {t(choice)}
          </SegmentedItem>
        )
      })}
    </Segmented>
  )
}
