import { shownPath } from '../conversations/path.ts'
import type { TurnRuns } from '../conversations/types.ts'
import type { ExportedConversation } from './types.ts'

/** The conversation along the path that it shows: of each turn the shown run last, other branches left out. */
export function asShown(conversation: ExportedConversation): ExportedConversation {
  const turns = conversation.turns.map(
    (turn): TurnRuns => ({
      ...turn,
      runs: turn.runs.map(({ state: { id, status, createdAt } }) => ({ id, status, createdAt })),
    }),
  )
  const path = shownPath({ turns, activeRunId: conversation.activeRunId })
  const shown = path.flatMap(({ turn, run }) => {
    const whole = conversation.turns.find((it) => it.id === turn.id)
    if (!whole) return []
    return {
      ...whole,
      runs: whole.runs.toSorted((a, b) => Number(a.state.id === run.id) - Number(b.state.id === run.id)),
    }
  })
  return { ...conversation, turns: shown.length > 0 ? shown : conversation.turns }
}
