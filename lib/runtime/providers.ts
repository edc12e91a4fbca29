import 'server-only'
import type { Provider } from '../adapters/ai-sdk/models.ts'
import type { ProbeTarget } from '../adapters/provider-probe/index.ts'

/** Who the settings name, as far as asking whether they are there needs it. */
export function probeTargets(providers: readonly Provider[]): ProbeTarget[] {
  return providers.map((provider) => ({
    provider: provider.name,
    kind: provider.kind,
    baseUrl: provider.baseUrl,
    apiKey: 'apiKey' in provider ? provider.apiKey : null,
    // nobody set it up: where there is none, none is missing
    isFound: provider.kind === 'ollama' && provider.models === null,
  }))
}
