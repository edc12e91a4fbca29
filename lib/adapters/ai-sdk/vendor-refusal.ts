import 'server-only'

/**
 * Whether an event of OpenAI's wires, which Azure speaks as well, declines to answer. Packages that do not know refusals
 * pass over it, and what is left looks like an empty answer.
 */
export function isRefusalEvent(event: unknown): boolean {
  if (!isRecord(event)) return false
  if (event.type === 'response.refusal.delta' || event.type === 'response.refusal.done') return true
  const choices: unknown = event.choices
  return Array.isArray(choices) && choices.some((choice) => hasRefusal(isRecord(choice) ? choice.delta : null))
}

function hasRefusal(delta: unknown): boolean {
  return isRecord(delta) && typeof delta.refusal === 'string' && delta.refusal !== ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
