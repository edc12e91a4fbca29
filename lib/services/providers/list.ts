import type { Ports } from '../context.ts'
import type { ProviderReport } from './report.ts'

/** The providers and how they are, as this process knows it; asks nobody. */
export function listProviders({ providers }: Pick<Ports, 'providers'>): ProviderReport[] {
  return providers.reports()
}

/** The names of those that serve one of `models` and cannot answer now. */
export function brokenProviders(ports: Pick<Ports, 'providers' | 'models'>, models: readonly string[]): string[] {
  const asked = new Set(ports.models.list().flatMap(({ id, provider }) => (models.includes(id) ? [provider] : [])))
  const cannot = ({ status }: ProviderReport) => status === 'down' || status === 'misconfigured'
  return listProviders(ports).flatMap((report) =>
    asked.has(report.provider) && cannot(report) ? [report.provider] : [],
  )
}
