import type { ModelCard } from './lists.ts'
import type { RequestLog } from './log.ts'
import type { Script } from './script.ts'
import type { Wheel } from './wheel.ts'

/** What one fake server is made of. */
export type Parts = {
  log: RequestLog
  script: Script
  wheel: Wheel
  /** By id: those it was told to list, and those it was asked for. */
  models: Map<string, ModelCard>
  now(): number
}
