import { anthropicWire } from './anthropic.ts'
import { chatWire } from './chat.ts'
import { geminiWire } from './gemini.ts'
import { responsesWire } from './responses.ts'
import type { Wire } from './wire.ts'

/** Every protocol this process speaks. */
const WIRES: Wire[] = [chatWire, responsesWire, anthropicWire, geminiWire]

/** The wire of a request by its method and path; null when it is no request for an answer. */
export function wireOf(route: string): Wire | null {
  return WIRES.find((wire) => (typeof wire.route === 'string' ? wire.route === route : wire.route.test(route))) ?? null
}
