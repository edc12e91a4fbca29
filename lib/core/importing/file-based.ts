import { invalidField } from '../kernel/errors.ts'
import { firstWords } from '../kernel/text.ts'
import { councilRun, unansweredRun } from './council-run.ts'
import { dialectOf } from './dialect.ts'
import { type Field, join, objectsAt, requiredText, textAt, timeAt } from './fields.ts'
import { leftoversOf } from './leftovers.ts'
import { readCouncilMessage } from './stages.ts'
import type { ImportedConversation } from './types.ts'

const MESSAGES_MAX = 5_000
const TITLE_MAX = 200
const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i
/** What the original calls a conversation that nobody named. */
const NO_TITLE = 'New Conversation'

type Turn = ImportedConversation['turns'][number]

/** A conversation of the file-based original or a dialect of it. Throws VALIDATION_FAILED that names the field. */
export function fileBasedConversation(file: Field, now: number): ImportedConversation {
  const messages = objectsAt(file, 'messages', MESSAGES_MAX)
  const createdAt = timeAt(file, 'created_at') ?? now
  const dialect = dialectOf(file, messages)
  const turns = turnsOf(messages, createdAt, chairmanOf(file))
  const title = textAt(file, 'title')?.trim() ?? ''
  return {
    dialect,
    sourceId: sourceIdOf(file),
    title: firstWords(title === '' || title === NO_TITLE ? (turns[0]?.question ?? NO_TITLE) : title, TITLE_MAX),
    createdAt,
    updatedAt: Math.max(createdAt, ...turns.map((turn) => turn.createdAt)),
    turns,
    ...leftoversOf(file, messages, dialect),
  }
}

/** An id that could lead anywhere but to a conversation is refused, `../` first of all. */
function sourceIdOf(file: Field): string | null {
  const id = textAt(file, 'id')
  if (id !== null && !UUID.test(id)) throw invalidField(join(file.path, 'id'), 'Expected a UUID.')
  return id
}

function chairmanOf({ value }: Field): string | null {
  const { chairman } = value
  return typeof chairman === 'string' && chairman.trim() !== '' && chairman.length <= TITLE_MAX ? chairman.trim() : null
}

/** Every question opens a turn; what follows it until the next one are its answers, several of them siblings. */
function turnsOf(messages: readonly Field[], createdAt: number, chairmanModel: string | null): Turn[] {
  const turns: Turn[] = []
  for (const message of messages) {
    const role = requiredText(message, 'role')
    const at = timeAt(message, 'timestamp') ?? createdAt
    if (role === 'user') turns.push({ question: requiredText(message, 'content'), createdAt: at, runs: [] })
    const turn = turns.at(-1)
    if (role !== 'assistant') continue
    if (!turn) throw invalidField(message.path, 'An answer stands before the first question.')
    const ref = `${turns.length}.${turn.runs.length + 1}`
    // Siblings are told apart by their times; the file has none for them.
    const runAt = turn.createdAt + turn.runs.length
    turn.runs.push(councilRun(readCouncilMessage(message), { ref, at: runAt, chairmanModel }))
  }
  return turns.map((turn, index) =>
    turn.runs.length > 0
      ? turn
      : { ...turn, runs: [unansweredRun({ ref: `${index + 1}.1`, at: turn.createdAt, chairmanModel })] },
  )
}
