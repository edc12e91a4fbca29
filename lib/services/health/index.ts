import type { DependencyHealth } from '../../ports/health.ts'
import type { Ctx } from '../context.ts'

export type Readiness = { status: 'ready' | 'not_ready'; version: string; dependencies: DependencyHealth[] }

/** Whether this process can take questions, dependency by dependency. */
export async function checkReadiness(ctx: Omit<Ctx<'probes' | 'engine' | 'version'>, 'actor'>): Promise<Readiness> {
  const dependencies = await Promise.all(ctx.probes.map((probe) => probe.check()))
  const isReady = !ctx.engine.isDraining() && dependencies.every((dependency) => dependency.status === 'ok')
  return { status: isReady ? 'ready' : 'not_ready', version: ctx.version, dependencies }
}
