/** A model that could write the verdict. */
export type ChairmanChoice = { id: string; name: string }

/** Where one of several that could stand at a place is among them, and the runs that lead to its neighbours. */
export type Siblings = { index: number; total: number; previous: string | null; next: string | null }

/** What a turn offers beside its run: other questions and other answers at this place, and who could sit in the chair. */
export type TurnTools = {
  versions: Siblings
  runs: Siblings
  chairmen: ChairmanChoice[]
  /** A server action; its form names `conversationId` and the run to show, `runId`. */
  show(form: FormData): Promise<void>
}
