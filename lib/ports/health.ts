export type DependencyHealth = { name: string; status: 'ok' | 'down'; latencyMs: number | null; reason: string | null }

/** One thing the product depends on, asked whether it works. Answers within two seconds, never throws. */
export interface HealthProbe {
  check(): Promise<DependencyHealth>
}
