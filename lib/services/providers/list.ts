import type { Ports } from '../context.ts'
import type { ProviderReport } from './report.ts'

/** The providers and how they are, as this process knows it; asks nobody. */
export function listProviders({ providers }: Pick<Ports, 'providers'>): ProviderReport[] {
  return providers.reports()
}

/** The providers among `names` that cannot answer now. */
export function brokenProviders(ports: Pick<Ports, 'providers'>, names: readonly string[]): ProviderReport[] {
  return listProviders(ports).filter(
    ({ provider, status }) => names.includes(provider) && (status === 'down' || status === 'misconfigured'),
  )
}
