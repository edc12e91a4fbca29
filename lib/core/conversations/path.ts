import type { TurnRuns } from './types.ts'

type RunOfTurn = TurnRuns['runs'][number]

/** One step of the path that is shown: a turn, the run of it that is shown, and what else could be shown there. */
export type PathStep = {
  turn: TurnRuns
  run: RunOfTurn
  /** The questions that were asked at this place, oldest first, this one among them. */
  versions: TurnRuns[]
}

/** The path that ends with `runId`, from the first question on; empty when there is no such run. */
export function pathTo(turns: readonly TurnRuns[], runId: string): PathStep[] {
  const turnOf = new Map(turns.flatMap((turn) => turn.runs.map((run) => [run.id, turn])))
  const path: PathStep[] = []
  const seen = new Set<string>()
  for (let id: string | null = runId; id !== null && !seen.has(id); ) {
    seen.add(id)
    const turn = turnOf.get(id)
    const run = turn?.runs.find((candidate) => candidate.id === id)
    if (!turn || !run) break
    path.unshift({ turn, run, versions: turns.filter((other) => other.parentRunId === turn.parentRunId) })
    id = turn.parentRunId
  }
  return path
}

/** The newest end of the path through `runId`: from there on always the newest follow-up, and of it the newest run. */
export function newestEnd(turns: readonly TurnRuns[], runId: string): string {
  const followUp = turns.findLast((turn) => turn.parentRunId === runId && turn.runs.length > 0)
  const run = followUp?.runs.at(-1)
  return run ? newestEnd(turns, run.id) : runId
}

/** The path that a conversation shows: to the run that was last shown or asked for, else to the newest one. */
export function shownPath(conversation: { turns: readonly TurnRuns[]; activeRunId: string | null }): PathStep[] {
  const { turns, activeRunId } = conversation
  const chosen = activeRunId === null ? [] : pathTo(turns, activeRunId)
  if (chosen.length > 0) return chosen
  const newest = turns.findLast((turn) => turn.runs.length > 0)?.runs.at(-1)
  return newest ? pathTo(turns, newest.id) : []
}

/** Every end there is: runs that nothing was asked on, in the order of their turns. */
export function branchEnds(turns: readonly TurnRuns[]): RunOfTurn[] {
  const asked = new Set(turns.map((turn) => turn.parentRunId))
  return turns.flatMap((turn) => turn.runs.filter((run) => !asked.has(run.id)))
}
