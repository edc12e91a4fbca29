import 'server-only'
import type { CompatibleServer } from '../adapters/ai-sdk/models.ts'
import type { ProbeTarget } from '../adapters/provider-probe/index.ts'

/** The servers that the settings name, as far as asking whether they are there needs them. */
export function probeTargets(servers: readonly CompatibleServer[]): ProbeTarget[] {
  return servers.map(({ name, kind, baseUrl, apiKey }) => ({ provider: name, kind, baseUrl, apiKey }))
}
