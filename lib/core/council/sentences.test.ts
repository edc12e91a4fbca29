import { describe, expect, it } from 'vitest'
import { FULL_RUN } from '../../../components/runs/fixtures.ts'
import { consensusSentence, failureSentence, QUALITY_SENTENCES, qualitySentence } from './sentences.ts'
import { type Consensus, FAILURE_REASONS, type QualityReason } from './types.ts'

const { plan } = FULL_RUN.seed
const run = { plan, answer: null }

const REASONS: { [Code in QualityReason['code']]: Extract<QualityReason, { code: Code }> } = {
  seat_failed: { code: 'seat_failed', seat: 's2', reason: 'first_token_timeout' },
  ballot_invalid: { code: 'ballot_invalid', seat: 's3' },
  reviewer_failed: { code: 'reviewer_failed', seat: 's1', reason: 'stream_cut' },
  no_review_one_answer: { code: 'no_review_one_answer' },
  scores_only_two_answers: { code: 'scores_only_two_answers' },
  no_valid_ballot: { code: 'no_valid_ballot' },
  too_few_ballots: { code: 'too_few_ballots' },
  chairman_failed: { code: 'chairman_failed', reason: 'refused' },
  stopped: { code: 'stopped' },
  written_from_partial: { code: 'written_from_partial' },
  fallback_used: {
    code: 'fallback_used',
    ...{ seat: 's2', model: 'other/yew', name: 'Yew', insteadOf: 'demo/skeptic', reason: 'unreachable' },
  },
  moved_to_larger_window: {
    code: 'moved_to_larger_window',
    ...{ seat: 's2', model: 'other/yew', name: 'Yew', insteadOf: 'demo/skeptic' },
  },
  history_trimmed: { code: 'history_trimmed', seat: 's2', turns: 3 },
  budget_reached: { code: 'budget_reached', seat: 's2' },
}

function consensus(patch: Partial<Consensus>): Consensus {
  return { value: 0.6, band: 'moderate', w: null, concordance: 0.8, p: 0.11, judges: 4, answers: 4, ...patch }
}

describe('sentences', () => {
  it.each(FAILURE_REASONS)('say in a whole sentence with a name what %s means', (reason) => {
    expect(failureSentence(reason, 'Member 3', plan.limits)).toMatch(/^(?=.*Member 3)[A-Z].*\.$/)
  })

  it('name the time that was waited', () => {
    expect(failureSentence('first_token_timeout', 'Member 3', plan.limits)).toBe('Member 3 sent nothing for 60 s.')
  })

  it.each(Object.values(REASONS))('say why a run is not of full quality: $code', (reason) => {
    expect(qualitySentence(reason, run)).toMatch(/^[A-Z].*\.$/)
    expect(Object.keys(QUALITY_SENTENCES)).toHaveLength(Object.keys(REASONS).length)
  })

  it('call seats by their names', () => {
    expect(qualitySentence(REASONS.seat_failed, run)).toBe('Skeptic sent nothing for 60 s. Its answer is missing.')
  })

  it('name who took a seat, whose it was, and why', () => {
    expect(qualitySentence(REASONS.fallback_used, run)).toBe('Skeptic could not be reached. Yew took its place.')
    expect(qualitySentence(REASONS.moved_to_larger_window, run)).toBe(
      'There was more to read than fits into Skeptic. Yew took its place.',
    )
  })

  it('give a model that thinks first the time that it really had', () => {
    const seats = plan.seats.map((seat) => (seat.id === 's2' ? { ...seat, model: 'openai/o3' } : seat))
    const thinking = { ...plan, seats, limits: { ...plan.limits, reasoningFirstTokenMs: 180_000 } }
    expect(qualitySentence(REASONS.seat_failed, { plan: thinking, answer: null })).toMatch(/for 3 min\./)
  })

  it('speak of a stand-in only where there is one', () => {
    const answer = { stage: 'first_opinions', seat: 's1', attempt: 1, lastResort: true } as const
    expect(qualitySentence(REASONS.chairman_failed, { plan, answer })).toContain('stands in for the verdict')
    expect(qualitySentence(REASONS.chairman_failed, run)).not.toContain('stands in')
  })

  it.each([
    [consensus({}), 'Judges mostly agree, 4 ballots, too few to be sure.'],
    [consensus({ band: 'strong', p: 0.02 }), 'Judges strongly agree, 4 ballots, unlikely to be chance (p = 0.02).'],
    [
      consensus({ band: 'strong', p: 0.0001, judges: 9 }),
      'Judges strongly agree, 9 ballots, unlikely to be chance (p < 0.001).',
    ],
    [consensus({ band: 'weak', p: null }), 'Judges agree a little, 4 ballots, too few to be sure.'],
    [consensus({ band: 'none', p: 0.9 }), 'Judges do not agree, 4 ballots.'],
    [
      consensus({ band: 'too_few', value: null, p: null, judges: 1 }),
      'Too few ballots to say whether the judges agree, 1 ballot.',
    ],
  ])('say how far judges agree, with the number of ballots: %#', (input, sentence) => {
    expect(consensusSentence(input)).toBe(sentence)
  })
})
