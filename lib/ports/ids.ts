import type { IdKind } from '../core/kernel/ids.ts'

/** Fresh identifiers and secrets. */
export interface Ids {
  /** A prefixed, time-ordered id. */
  next(kind: IdKind): string
  /** `bytes` random bytes as base64url, for tokens and seeds. */
  secret(bytes: number): string
}
