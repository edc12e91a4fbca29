import 'server-only'
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { Agent } from 'undici'
import { ModelError, type ModelInfo, type ModelRequest, type Models } from '../../ports/models.ts'
import { streamAnswer } from './answer.ts'
import { modelName } from './model-name.ts'
import { type CompatibleModelSettings, openAiCompatibleModel } from './openai-compatible-model.ts'

export type CompatibleServer = {
  /** Shown to people and the first part of model ids. */
  name: string
  /** With the version: `https://openrouter.ai/api/v1`. */
  baseUrl: string
  apiKey: string | null
  /** Model ids as the server knows them. */
  models: string[]
  kind: 'openrouter' | 'compatible'
}

export type CompatibleModels = Models & {
  /** Closes idle connections and waits for the rest. */ close(): Promise<void>
}

/** Models of any number of servers that speak OpenAI's chat completions. Ids are `<server name>/<model id>`. */
export function compatibleModels(options: { servers: CompatibleServer[] }): CompatibleModels {
  const agents = new Map<string, Agent>()
  const entries = new Map<string, { info: ModelInfo; settings: CompatibleModelSettings; label: string }>()
  for (const server of options.servers) {
    const origin = new URL(server.baseUrl).origin
    const dispatcher = agents.get(origin) ?? agentFor()
    agents.set(origin, dispatcher)
    for (const model of server.models) {
      const info = infoOf(server, model)
      const settings: CompatibleModelSettings = {
        provider: server.name,
        modelId: model,
        baseUrl: server.baseUrl.replace(/\/+$/, ''),
        apiKey: server.apiKey,
        asksCost: server.kind === 'openrouter',
        dispatcher,
        refused: new Set(),
      }
      entries.set(info.id, { info, settings, label: labelOf(server) })
    }
  }
  return {
    list: () => [...entries.values()].map(({ info }) => info),
    async stream(request, sink, signal) {
      const entry = entries.get(request.model)
      if (!entry) throw new ModelError('unknown_model', `${request.model} is not set up here.`, { retryable: false })
      const model = openAiCompatibleModel(entry.settings, formatOf(request))
      return streamAnswer(model, { provider: entry.label, model: entry.info.name }, { request, sink, signal })
    },
    close: async () => void (await Promise.all([...agents.values()].map((agent) => agent.close()))),
  }
}

/** Slow models think for minutes before the first byte: undici's 300 s time-outs are off, the run's own count. */
function agentFor(): Agent {
  return new Agent({ headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 30_000 })
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

function formatOf(request: ModelRequest): LanguageModelV4CallOptions['responseFormat'] {
  return request.schema ? { type: 'json', schema: request.schema } : undefined
}
