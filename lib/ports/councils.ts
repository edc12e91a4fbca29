import type { SeatChoice } from '../core/council/choice.ts'

/** A council that somebody keeps. */
export type StoredCouncil = SeatChoice & {
  id: string
  name: string
  /** Counts edits, from 1. */
  version: number
  createdAt: number
  updatedAt: number
}

export type NewCouncil = {
  id: string
  tenantId: string
  name: string
  seats: SeatChoice
  at: number
  idempotency: { key: string; bodyHash: string } | null
  /** How many a tenant may keep. Soft: creations at the same moment may pass it together. */
  limit: number
}

export type NewCouncilOutcome =
  | { outcome: 'created' | 'repeated'; council: StoredCouncil }
  | { outcome: 'key_mismatch' | 'full' | 'tenant_missing' }

/** What came of an edit or a removal: done, nothing there, or somebody else was first (with what they left). */
export type CouncilEditOutcome = { outcome: 'done' | 'conflict'; council: StoredCouncil } | { outcome: 'missing' }

/** The councils that people keep. The same Idempotency-Key makes one council for as long as that one is there. */
export interface CouncilStore {
  create(council: NewCouncil): Promise<NewCouncilOutcome>
  get(tenantId: string, id: string): Promise<StoredCouncil | null>
  /** All of a tenant, oldest first. */
  list(tenantId: string): Promise<StoredCouncil[]>
  /** Replaces name and seats, only while the version is `expected` (null: whatever it is). */
  update(
    tenantId: string,
    id: string,
    edit: { name: string; seats: SeatChoice; at: number; expected: number | null },
  ): Promise<CouncilEditOutcome>
  /** Removes it for good, under the same condition; answers what was removed. */
  remove(tenantId: string, id: string, expected: number | null): Promise<CouncilEditOutcome>
}
