'use client'

import { sitterOf } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { SeatId } from '@/lib/core/council/types.ts'
import { IMPORTED_COUNCIL } from '@/lib/core/importing/types.ts'
import { Group } from '../ui/group.tsx'
import { BallotMatrix } from './ballot-matrix.tsx'
import { BallotProgress } from './ballot-progress.tsx'
import type { SeatLook } from './seat-look.ts'
import { useRunWords } from './words.ts'

/** The reviews: sealed while they are written, then the matrix, the ranking and how far the judges agree. */
export function Ballots({ run, looks }: { run: RunState; looks: Record<SeatId, SeatLook> }) {
  const { t, consensusSentence, skippedSentence } = useRunWords()
  const { status } = run.stages.review
  const isReused = run.reviewSkipped === 'reused' && run.tally !== null
  if (run.reviewSkipped && !isReused) return <p className="text-ink-3 text-sm">{skippedSentence(run.reviewSkipped)}</p>
  if ((status === 'waiting' && !isReused) || run.plan.reviewers.length === 0) return null
  const problems = run.tally ? run.ballots.filter((ballot) => ballot.status === 'invalid' && ballot.problem) : []
  return (
    <Group aria-label={t('ballots.label')}>
      <h3 className="flex h-11 items-center font-medium text-ink-2 text-xs">
        {t(run.tally ? 'ballots.label' : 'ballots.sealed')}
      </h3>
      {run.tally ? <BallotMatrix run={run} looks={looks} /> : <BallotProgress run={run} looks={looks} />}
      {run.tally && <p className="mt-3 text-ink-2 text-sm">{consensusSentence(run.tally.consensus)}</p>}
      {isReused && <p className="mt-1 text-ink-3 text-sm">{skippedSentence('reused')}</p>}
      {run.plan.council === IMPORTED_COUNCIL && <p className="mt-1 text-ink-3 text-sm">{t('ballots.imported')}</p>}
      {problems.map((ballot) => (
        <p key={ballot.reviewer} className="mt-1 text-ink-3 text-sm">
          {t('ballots.invalid', { name: sitterOf(run, 'review', ballot.reviewer).name })}{' '}
          {/* kept with the ballot as the server wrote it */}
          <span lang="en">{ballot.problem}</span>
        </p>
      ))}
    </Group>
  )
}
