import { ballotOf, labelsWanted } from './ballot.ts'
import type { Exchange } from './wire.ts'
import { piecesOf, wordAt } from './words.ts'

/** The text tokens of an answer: a ballot cut into pieces where one is asked for, else numbered words. */
export type Answer = { count: number; token(i: number): string }

export function answerOf({ request, physics }: Exchange): Answer {
  if (request.embedding) return { count: 0, token: () => '' }
  const labels = labelsWanted(request.schema, request.prompt)
  if (!labels) return { count: physics.n, token: (i) => wordAt(request.model, i) }
  const turn = Number.parseInt(request.bodyHash.slice(0, 4), 16)
  const pieces = piecesOf(ballotOf(labels, physics.n, turn), physics.n)
  return { count: pieces.length, token: (i) => pieces[i] ?? '' }
}
