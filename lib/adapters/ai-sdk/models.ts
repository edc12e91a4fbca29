import 'server-only'
import { ModelError, type ModelInfo, type Models } from '../../ports/models.ts'
import { modelName } from './model-name.ts'
import type { CompatibleServer, ServedModel } from './served.ts'
import type { Serving } from './serving.ts'

export type { CompatibleServer } from './served.ts'

export type CompatibleModels = Models & {
  /** Loads what the first call needs, so that it need not wait for it. */
  warm(): Promise<void>
  /** Closes idle connections and waits for the rest. */
  close(): Promise<void>
}

/** Models of any number of servers that speak OpenAI's chat completions. Ids are `<server name>/<model id>`. */
export function compatibleModels(options: { servers: CompatibleServer[] }): CompatibleModels {
  const entries = new Map<string, { info: ModelInfo; served: ServedModel }>()
  for (const server of options.servers) {
    for (const model of server.models) {
      const info = infoOf(server, model)
      entries.set(info.id, { info, served: { server, model, name: info.name, label: labelOf(server) } })
    }
  }
  // The SDK and its sockets are a good part of a start, and a start asks no server anything.
  let serving: Promise<Serving> | null = null
  const load = () => (serving ??= import('./serving.ts').then(({ createServing }) => createServing()))
  return {
    list: () => [...entries.values()].map(({ info }) => info),
    async stream(request, sink, signal) {
      const entry = entries.get(request.model)
      if (!entry) throw new ModelError('unknown_model', `${request.model} is not set up here.`, { retryable: false })
      return (await load()).stream(entry.served, { request, sink, signal })
    },
    warm: async () => void (entries.size > 0 && (await load())),
    close: async () => (await serving)?.close(),
  }
}

function infoOf(server: CompatibleServer, model: string): ModelInfo {
  return {
    id: `${server.name}/${model}`,
    provider: server.name,
    name: modelName(model),
    description: `${model}, served by ${labelOf(server)}`,
    demo: false,
    contextTokens: null,
    inputUsdPerMillion: null,
    outputUsdPerMillion: null,
  }
}

function labelOf(server: CompatibleServer): string {
  return server.kind === 'openrouter' ? 'OpenRouter' : server.name
}
