'use client'

import { createContext, type ReactNode, use } from 'react'
import { DEFAULT_SETTINGS, type Settings } from '@/lib/core/settings/settings.ts'

const Context = createContext<Settings>(DEFAULT_SETTINGS)

/** Makes the visitor's settings known below. */
export function SettingsProvider({ settings, children }: { settings: Settings; children: ReactNode }) {
  return <Context value={settings}>{children}</Context>
}

/** The settings this page was rendered with. */
export function useSettings(): Settings {
  return use(Context)
}
