import type { DependencyHealth } from '../../ports/health.ts'
import type { Ports } from '../context.ts'
import { listProviders, type ProviderReport } from '../providers/index.ts'

export type Readiness = {
  status: 'ready' | 'not_ready'
  version: string
  dependencies: DependencyHealth[]
  /** For information: the demo models answer whatever the providers do. */
  providers: Pick<ProviderReport, 'provider' | 'status' | 'reason'>[]
}

/** Whether this process can take questions, dependency by dependency. */
export async function checkReadiness(
  ctx: Pick<Ports, 'probes' | 'version' | 'providers'> & { engine: Pick<Ports['engine'], 'isDraining'> },
): Promise<Readiness> {
  const dependencies = await Promise.all(ctx.probes.map((probe) => probe.check()))
  const isReady = !ctx.engine.isDraining() && dependencies.every((dependency) => dependency.status === 'ok')
  const providers = listProviders(ctx).filter(({ isBuiltIn }) => !isBuiltIn)
  return { status: isReady ? 'ready' : 'not_ready', version: ctx.version, dependencies, providers }
}
