import type { SeatDraft } from './seat-draft.ts'

/** What became of a council's form: the sentence and the field at fault with everything that was given, or what is kept now. */
export type CouncilFormState = {
  error: string | null
  field: string | null
  given: (SeatDraft & { name: string }) | null
  /** Id of the council that stands after it. */
  kept: string | null
}

/** A server action that keeps a new council, or with fields `id` and `version` changes one. */
export type CouncilAction = (previous: CouncilFormState, form: FormData) => Promise<CouncilFormState>

export const NOTHING_KEPT: CouncilFormState = { error: null, field: null, given: null, kept: null }

/** Characters of a name; the server decides, this one only saves a round trip. */
export const NAME_MAX = 60
