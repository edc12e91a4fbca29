import { anthropicWire } from './anthropic.ts'
import { chatWire } from './chat.ts'
import { ollamaEmbeddings, openAiEmbeddings } from './embeddings.ts'
import { geminiWire } from './gemini.ts'
import { ollamaWire } from './ollama.ts'
import { openRouterWire } from './openrouter.ts'
import { responsesWire } from './responses.ts'
import type { Wire } from './wire.ts'

/** Every protocol this process speaks. */
const WIRES: Wire[] = [
  chatWire,
  responsesWire,
  anthropicWire,
  geminiWire,
  openRouterWire,
  ollamaWire,
  openAiEmbeddings,
  ollamaEmbeddings,
]

/** The wire of a request by its method and path; null when it is no request for an answer. */
export function wireOf(route: string): Wire | null {
  return WIRES.find((wire) => (typeof wire.route === 'string' ? wire.route === route : wire.route.test(route))) ?? null
}
