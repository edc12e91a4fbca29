import { describe, expect, it } from 'vitest'
import { BALLOT_SCHEMA, readBallot } from '../../lib/core/council/ballots.ts'
import { ballotOf, labelsWanted } from './ballot.ts'

const LABELS = ['A', 'B', 'C']

describe('ballots of the fake upstream', () => {
  it('take their labels from the product’s own schema', () => {
    expect(labelsWanted(BALLOT_SCHEMA(LABELS), '')).toEqual(LABELS)
    expect(labelsWanted(null, 'Why is the sky blue?')).toBeNull()
  })

  it.each([0, 1, 2])('are read by the product without a problem (turn %i)', (turn) => {
    const labels = LABELS.map((label, i) => ({ label, seat: `s${i + 2}` }))
    const reading = readBallot({ reviewer: 's1', raw: ballotOf(LABELS, 150, turn), labels, needsRanking: true })
    expect(reading).toMatchObject({ ok: true, ballot: { status: 'valid', problem: null } })
  })

  it('are about as long as asked, and judges differ', () => {
    expect(Math.abs(ballotOf(LABELS, 150, 0).length - 600)).toBeLessThan(30)
    expect(ballotOf(LABELS, 150, 0)).not.toBe(ballotOf(LABELS, 150, 1))
  })
})
