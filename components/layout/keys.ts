import { useSyncExternalStore } from 'react'

/** A key or keys pressed together; `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
export type Shortcut = { keys: string[]; does: string }

/** Every key the product listens to. A test presses those that work everywhere. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['Mod', 'K'], does: 'Search conversations' },
  { keys: ['Mod', 'Shift', 'O'], does: 'New question' },
  { keys: ['Mod', '\\'], does: 'Fold or unfold the sidebar' },
  { keys: ['J'], does: 'Next question of the conversation' },
  { keys: ['K'], does: 'Question before' },
  { keys: ['1 – 9'], does: 'Answer of a member, in the order they sit' },
  { keys: ['?'], does: 'Show these keys' },
  { keys: ['Enter'], does: 'Ask (with a touch keyboard: a new line)' },
  { keys: ['Shift', 'Enter'], does: 'A new line in the question' },
  { keys: ['Mod', 'Enter'], does: 'Ask the council, whatever is chosen' },
  { keys: ['↑'], does: 'In the empty box: edit the question that waits' },
  { keys: ['Esc'], does: 'Leave the box or its preview, then close the thread' },
]

/** What this browser's keyboard calls a key; on the server, as most keyboards do. */
export function useKeyName(): (key: string) => string {
  const isMac = useSyncExternalStore(
    () => () => {},
    () => /mac|iphone|ipad/i.test(navigator.platform),
    () => false,
  )
  return (key) => (key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : key === 'Shift' && isMac ? '⇧' : key)
}
