/**
 * What a key pressed in the composer asks for: `current` sends with the chosen council, `council` asks a council even
 * where a single model is chosen, null leaves the key to the field.
 */
export function sendKey(event: KeyboardEvent, isTouch: boolean): 'current' | 'council' | null {
  // 229 is what Safari reports for the Enter that ends an input method's composition.
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return null
  if (event.ctrlKey || event.metaKey) return 'council'
  return event.shiftKey || event.altKey || isTouch ? null : 'current'
}
