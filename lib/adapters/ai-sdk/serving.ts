import 'server-only'
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { Agent } from 'undici'
import type { ModelRequest, ModelResult, ModelSink } from '../../ports/models.ts'
import { streamAnswer } from './answer.ts'
import { type CompatibleModelSettings, openAiCompatibleModel } from './openai-compatible-model.ts'
import type { ServedModel } from './served.ts'

type Call = { request: ModelRequest; sink: ModelSink; signal: AbortSignal }

/** The SDK, the connections to the servers, and what was learned of their models. */
export type Serving = {
  stream(served: ServedModel, call: Call): Promise<ModelResult>
  close(): Promise<void>
}

/** Connections are shared by the servers of one origin. */
export function createServing(): Serving {
  const agents = new Map<string, Agent>()
  const known = new Map<ServedModel, CompatibleModelSettings>()

  function agentOf(origin: string): Agent {
    const agent = agents.get(origin) ?? agentFor()
    agents.set(origin, agent)
    return agent
  }

  function settingsOf(served: ServedModel): CompatibleModelSettings {
    const { server, model } = served
    const settings = known.get(served) ?? {
      provider: server.name,
      modelId: model,
      baseUrl: server.baseUrl.replace(/\/+$/, ''),
      apiKey: server.apiKey,
      asksCost: server.kind === 'openrouter',
      dispatcher: agentOf(new URL(server.baseUrl).origin),
      refused: new Set(),
    }
    known.set(served, settings)
    return settings
  }

  return {
    stream(served, call) {
      const model = openAiCompatibleModel(settingsOf(served), formatOf(call.request))
      return streamAnswer(model, { provider: served.label, model: served.name }, call)
    },
    close: async () => void (await Promise.all([...agents.values()].map((agent) => agent.close()))),
  }
}

/** Slow models think for minutes before the first byte: undici's 300 s time-outs are off, the run's own count. */
function agentFor(): Agent {
  return new Agent({ headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 30_000 })
}

function formatOf(request: ModelRequest): LanguageModelV4CallOptions['responseFormat'] {
  return request.schema ? { type: 'json', schema: request.schema } : undefined
}
