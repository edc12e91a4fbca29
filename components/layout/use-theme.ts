import { useSyncExternalStore } from 'react'
import { rememberSetting } from '@/components/settings/remember.ts'
import type { Settings } from '@/lib/core/settings/settings.ts'

type Theme = Settings['theme']

const listeners = new Set<() => void>()

/** The theme of the page, whoever changed it, and how to change it; `served` is what the server painted. */
export function useTheme(served: Theme): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, painted, () => served)
  return [theme, applyTheme]
}

function painted(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function applyTheme(theme: Theme): void {
  rememberSetting({ theme })
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

/** Toggles tell one another; an answer of the server that paints another theme is seen in the document. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    listeners.delete(listener)
    observer.disconnect()
  }
}
