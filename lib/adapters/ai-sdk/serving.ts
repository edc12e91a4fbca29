import 'server-only'
import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider'
import type { ModelRequest, ModelResult, ModelSink } from '../../ports/models.ts'
import { streamAnswer } from './answer.ts'
import { modelErrorFrom } from './failure.ts'
import type { Heard } from './heard.ts'
import type { Network } from './network.ts'
import { openAiCompatibleModel } from './openai-compatible-model.ts'
import { type Provider, type ServedModel, secretsOf } from './provider.ts'
import { refusedUpFront } from './sampling.ts'
import { vendorModel } from './vendor-model.ts'
import { isVendor, loadVendor, type Vendor, type VendorProvider } from './vendors.ts'

type Call = { request: ModelRequest; sink: ModelSink; signal: AbortSignal }

type Format = LanguageModelV4CallOptions['responseFormat']

/** The SDK, and what was learned of each model. */
export type Serving = {
  stream(served: ServedModel, call: Call): Promise<ModelResult>
  /** Loads the packages of these providers. */
  warm(providers: readonly Provider[]): Promise<void>
}

type Build = (format: Format, heard: Heard) => LanguageModelV4

/** Serves models over `network`. */
export function createServing(network: Network): Serving {
  const builds = new Map<string, Build>()
  const vendors = new Map<VendorProvider, Promise<Vendor>>()

  function vendorOf(provider: VendorProvider): Promise<Vendor> {
    const known = vendors.get(provider)
    if (known) return known
    const vendor = loadVendor(provider, network)
    vendors.set(provider, vendor)
    // A failure is not kept: the next call tries again.
    vendor.catch(() => vendors.delete(provider))
    return vendor
  }

  async function buildOf(served: ServedModel): Promise<Build> {
    const key = `${served.provider.name}/${served.model}`
    const build = builds.get(key) ?? (await newBuild(served))
    builds.set(key, build)
    return build
  }

  async function newBuild({ provider, model }: ServedModel): Promise<Build> {
    const refused = refusedUpFront(model)
    if (!isVendor(provider)) return ownWire(provider, model, { network, refused })
    const inner = (await vendorOf(provider))(model)
    // The packages know under which name a limit goes.
    refused.delete('max_tokens')
    return (responseFormat, heard) => vendorModel(inner, { refused, responseFormat, heard })
  }

  return {
    async stream(served, call) {
      const { provider, name } = served
      const origin = { provider: provider.label, model: name, secrets: secretsOf(provider) }
      const build = await buildOf(served).catch((error: unknown) => {
        throw modelErrorFrom(error, origin, { nowMs: Date.now(), usage: null })
      })
      return streamAnswer((heard) => build(formatOf(call.request), heard), origin, call)
    },
    warm: async (providers) => void (await Promise.all(providers.filter(isVendor).map(vendorOf))),
  }
}

function ownWire(
  provider: Exclude<Provider, VendorProvider>,
  modelId: string,
  { network, refused }: { network: Network; refused: ReturnType<typeof refusedUpFront> },
): Build {
  const settings = {
    provider: provider.name,
    modelId,
    baseUrl: chatBaseOf(provider),
    apiKey: provider.apiKey,
    asksCost: provider.kind === 'openrouter',
    dispatcher: network.agentOf(provider.baseUrl),
    refused,
  }
  return (format, heard) => openAiCompatibleModel(settings, format, heard)
}

/** Ollama speaks OpenAI's chat beside its own API. */
function chatBaseOf({ kind, baseUrl }: { kind: Provider['kind']; baseUrl: string }): string {
  const base = baseUrl.replace(/\/+$/, '')
  return kind === 'ollama' ? `${base}/v1` : base
}

function formatOf(request: ModelRequest): Format {
  return request.schema ? { type: 'json', schema: request.schema } : undefined
}
