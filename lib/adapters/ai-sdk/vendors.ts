import 'server-only'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import type { Network } from './network.ts'
import type { Provider } from './provider.ts'

/** Providers that are reached through their own SDK package. OpenAI's chat goes over our own model class. */
export type VendorProvider = Extract<
  Provider,
  { kind: 'openai'; api: 'responses' } | { kind: 'anthropic' | 'google' | 'vertex' | 'azure' | 'bedrock' }
>

export type Vendor = (model: string) => LanguageModelV4

/** Whether a provider needs an SDK package of its own. */
export function isVendor(provider: Provider): provider is VendorProvider {
  if (provider.kind === 'openai') return provider.api === 'responses'
  return provider.kind !== 'ollama' && provider.kind !== 'openrouter' && provider.kind !== 'compatible'
}

/** Loads the provider's SDK package and sets it up with what the settings say. */
export function loadVendor(provider: VendorProvider, { fetch }: Network): Promise<Vendor> {
  switch (provider.kind) {
    case 'openai':
      return openAi(provider, fetch)
    case 'anthropic':
      return anthropic(provider, fetch)
    case 'google':
      return google(provider, fetch)
    case 'vertex':
      return vertex(provider, fetch)
    case 'azure':
      return azure(provider, fetch)
    case 'bedrock':
      return bedrock(provider, fetch)
  }
}

type Fetch = Network['fetch']
type Of<Kind extends VendorProvider['kind']> = VendorProvider & { kind: Kind }

async function openAi({ baseUrl, apiKey }: Of<'openai'>, fetch: Fetch): Promise<Vendor> {
  const { createOpenAI } = await import('@ai-sdk/openai')
  const openai = createOpenAI({ baseURL: baseUrl, apiKey, fetch })
  return (model) => openai.responses(model)
}

async function anthropic({ baseUrl, apiKey }: Of<'anthropic' | 'google'>, fetch: Fetch): Promise<Vendor> {
  const { createAnthropic } = await import('@ai-sdk/anthropic')
  return createAnthropic({ baseURL: baseUrl, apiKey, fetch })
}

async function google({ baseUrl, apiKey }: Of<'anthropic' | 'google'>, fetch: Fetch): Promise<Vendor> {
  const { createGoogle } = await import('@ai-sdk/google')
  return createGoogle({ baseURL: baseUrl, apiKey, fetch })
}

/** Application credentials are found and refreshed by Google's own library, over its own connections. */
async function vertex({ baseUrl, access }: Of<'vertex'>, fetch: Fetch): Promise<Vendor> {
  const { createGoogleVertex } = await import('@ai-sdk/google-vertex')
  return createGoogleVertex({ baseURL: baseUrl ?? undefined, ...access, fetch })
}

/** A dated version is of the API before v1: deployments in the path, and chat completions only. */
async function azure({ baseUrl, apiKey, apiVersion }: Of<'azure'>, fetch: Fetch): Promise<Vendor> {
  const { createAzure } = await import('@ai-sdk/azure')
  const isDated = /^\d{4}-/.test(apiVersion ?? '')
  const settings = { baseURL: baseUrl, apiKey, apiVersion: apiVersion ?? undefined, fetch }
  const provider = createAzure({ ...settings, useDeploymentBasedUrls: isDated })
  return isDated ? (model) => provider.chat(model) : (model) => provider.responses(model)
}

async function bedrock({ baseUrl, region, access }: Of<'bedrock'>, fetch: Fetch): Promise<Vendor> {
  const { createAmazonBedrock } = await import('@ai-sdk/amazon-bedrock')
  const credentials = 'apiKey' in access ? access : { ...access, sessionToken: access.sessionToken ?? undefined }
  return createAmazonBedrock({ baseURL: baseUrl ?? undefined, region, ...credentials, fetch })
}
