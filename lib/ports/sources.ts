import type { Source } from '../core/sources/types.ts'

/** The texts that answers cite by address. */
export interface Sources {
  /** The source with this id; null for any other text, whatever it holds. */
  get(id: string): Source | null
  /** All of them, in the order of their topics. */
  list(): Source[]
}
