import type { RunState } from '@/lib/core/council/state.ts'
import { type Ballot, CRITERIA, type Criterion, type SeatId, type TallyEntry } from '@/lib/core/council/types.ts'

/** One cell of the matrix: what one reviewer said about one answer. */
export type BallotCell =
  | { kind: 'own' }
  /** Nobody may read a ballot before all are counted, a reviewer failed, or it left this answer out. */
  | { kind: 'none' }
  | { kind: 'invalid' }
  | { kind: 'rank'; rank: number; isTied: boolean }
  | { kind: 'score'; score: number }

export type BallotReason = {
  reviewer: SeatId
  comment: string
  scores: { criterion: Criterion; score: number }[]
  isCounted: boolean
}

export type BallotRow = { entry: TallyEntry; cells: { reviewer: SeatId; cell: BallotCell }[]; reasons: BallotReason[] }

/** The counted ballots as rows, best answer first; empty before the count. */
export function ballotRows(run: RunState): BallotRow[] {
  const entries = [...(run.tally?.entries ?? [])].sort((a, b) => a.rank - b.rank)
  return entries.map((entry) => ({
    entry,
    cells: run.plan.reviewers.map((reviewer) => ({
      reviewer,
      cell: cellOf(ballotOf(run, reviewer), reviewer, entry.seat),
    })),
    reasons: run.ballots.flatMap((ballot) => reasonOf(ballot, entry.seat)),
  }))
}

/** The last ballot of a reviewer: a repaired one replaces the first. */
export function ballotOf(run: RunState, reviewer: SeatId): Ballot | null {
  return run.ballots.findLast((ballot) => ballot.reviewer === reviewer) ?? null
}

function cellOf(ballot: Ballot | null, reviewer: SeatId, seat: SeatId): BallotCell {
  if (reviewer === seat) return { kind: 'own' }
  if (ballot === null) return { kind: 'none' }
  if (ballot.status === 'invalid') return { kind: 'invalid' }
  let rank = 1
  for (const tier of ballot.ranking) {
    if (tier.includes(seat)) return { kind: 'rank', rank, isTied: tier.length > 1 }
    rank += tier.length
  }
  const scores = scoresOf(ballot, seat)
  if (scores.length === 0) return { kind: 'none' }
  return { kind: 'score', score: scores.reduce((sum, { score }) => sum + score, 0) / scores.length }
}

function reasonOf(ballot: Ballot, seat: SeatId): BallotReason[] {
  const comment = ballot.comments[seat] ?? ''
  const scores = scoresOf(ballot, seat)
  if (ballot.reviewer === seat || (comment === '' && scores.length === 0)) return []
  return [{ reviewer: ballot.reviewer, comment, scores, isCounted: ballot.status !== 'invalid' }]
}

function scoresOf(ballot: Ballot, seat: SeatId): { criterion: Criterion; score: number }[] {
  return CRITERIA.flatMap((criterion) => {
    const score = ballot.scores[seat]?.[criterion] ?? null
    return score === null ? [] : [{ criterion, score }]
  })
}
