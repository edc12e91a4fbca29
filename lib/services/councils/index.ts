import type { ModelInfo } from '../../ports/models.ts'
import type { Ports } from '../context.ts'
import { type Council, councilsOf } from './resolve.ts'

export { type Council, resolveModel, resolveSeating, typicalDuration } from './resolve.ts'

/** The councils a person can ask, the default one marked. */
export function listCouncils(ports: Pick<Ports, 'models'>): Council[] {
  return councilsOf(ports.models)
}

/** Every model that can hold a seat. */
export function listModels(ports: Pick<Ports, 'models'>): ModelInfo[] {
  return ports.models.list()
}
