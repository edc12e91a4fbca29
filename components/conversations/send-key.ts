import type { Settings } from '@/lib/core/settings/settings.ts'

/** How somebody writes: with a touch keyboard, and what Enter is to do. */
export type SendHabit = { isTouch: boolean; enter: Settings['enter'] }

/**
 * What a key pressed in the composer asks for: `current` sends with the chosen council, `council` asks a council even
 * where a single model is chosen, null leaves the key to the field.
 */
export function sendKey(event: KeyboardEvent, { isTouch, enter }: SendHabit): 'current' | 'council' | null {
  // 229 is what Safari reports for the Enter that ends an input method's composition.
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return null
  const isMod = event.ctrlKey || event.metaKey
  if (enter === 'line') return isMod ? (event.shiftKey ? 'council' : 'current') : null
  if (isMod) return 'council'
  return event.shiftKey || event.altKey || isTouch ? null : 'current'
}
