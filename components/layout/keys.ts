import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Settings } from '@/lib/core/settings/settings.ts'
import type { Messages } from '@/lib/messages/types.ts'

/** A key or keys pressed together; `Mod` is ⌘ on a Mac and Ctrl elsewhere. What they do is a text of `keys`. */
export type Shortcut = { keys: string[]; does: Exclude<keyof Messages['keys'], 'names' | 'title'> }

/** The keys that work everywhere. A test presses them. */
const EVERYWHERE: readonly Shortcut[] = [
  { keys: ['Mod', 'K'], does: 'search' },
  { keys: ['Mod', 'Shift', 'O'], does: 'newQuestion' },
  { keys: ['Mod', '\\'], does: 'sidebar' },
  { keys: ['J'], does: 'nextTurn' },
  { keys: ['K'], does: 'turnBefore' },
  { keys: ['1 – 9'], does: 'member' },
  { keys: ['?'], does: 'keys' },
]

/** The keys of the question box, by what Enter does there. */
const IN_THE_BOX: Record<Settings['enter'], readonly Shortcut[]> = {
  send: [
    { keys: ['Enter'], does: 'ask' },
    { keys: ['Shift', 'Enter'], does: 'line' },
    { keys: ['Mod', 'Enter'], does: 'askCouncil' },
  ],
  line: [
    { keys: ['Enter'], does: 'line' },
    { keys: ['Mod', 'Enter'], does: 'askHere' },
    { keys: ['Mod', 'Shift', 'Enter'], does: 'askCouncil' },
  ],
}

/** Those of the box that are the same for everyone. */
const IN_ANY_BOX: readonly Shortcut[] = [
  { keys: ['↑'], does: 'recall' },
  { keys: ['Esc'], does: 'leave' },
]

/** Every key the product listens to. */
export function shortcuts(enter: Settings['enter']): readonly Shortcut[] {
  return [...EVERYWHERE, ...IN_THE_BOX[enter], ...IN_ANY_BOX]
}

/** What this browser's keyboard calls a key; on the server, as most keyboards do. */
export function useKeyName(): (key: string) => string {
  const t = useTranslations('keys.names')
  const isMac = useSyncExternalStore(
    () => () => {},
    () => /mac|iphone|ipad/i.test(navigator.platform),
    () => false,
  )
  return (key) => {
    if (key === 'Mod') return isMac ? '⌘' : t('Ctrl')
    if (key === 'Shift' && isMac) return '⇧'
    return key === 'Shift' || key === 'Enter' ? t(key) : key
  }
}
