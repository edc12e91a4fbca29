import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import * as core from '@/lib/core/council/figures.ts'
import * as spoken from '@/lib/core/council/sentences.ts'
import { type Consensus, FAILURE_REASONS, type QualityReason, REVIEW_SKIPPED } from '@/lib/core/council/types.ts'
import { useFigures } from '../language/figures.ts'
import { inLanguage } from '../language/render.fixture.tsx'
import { FULL_RUN } from './fixtures.ts'
import { useSentences } from './sentences.ts'

const { plan } = FULL_RUN.seed
const answer = { stage: 'first_opinions', seat: 's1', attempt: 1, lastResort: true } as const

const REASONS: QualityReason[] = [
  { code: 'seat_failed', seat: 's2', reason: 'first_token_timeout' },
  { code: 'ballot_invalid', seat: 's3' },
  { code: 'reviewer_failed', seat: 's1', reason: 'stream_cut' },
  { code: 'no_review_one_answer' },
  { code: 'scores_only_two_answers' },
  { code: 'no_valid_ballot' },
  { code: 'too_few_ballots' },
  { code: 'chairman_failed', reason: 'refused' },
  { code: 'stopped' },
  { code: 'written_from_partial' },
  {
    code: 'fallback_used',
    ...{ seat: 's2', model: 'other/yew', name: 'Yew', insteadOf: 'demo/skeptic', reason: 'unreachable' },
  },
  {
    code: 'moved_to_larger_window',
    ...{ seat: 's2', model: 'other/yew', name: 'Yew', insteadOf: 'demo/skeptic' },
  },
  { code: 'history_trimmed', seat: 's2', turns: 1 },
  { code: 'history_trimmed', seat: 's2', turns: 12 },
  { code: 'budget_reached', seat: 's2' },
]

const CONSENSUS: Consensus[] = (['strong', 'moderate', 'weak', 'none', 'too_few'] as const).flatMap((band) =>
  [null, 0.0004, 0.004, 0.02, 0.3].flatMap((p) =>
    [1, 4].map((judges) => ({ value: 0.6, band, w: null, concordance: 0.8, p, judges, answers: 4 })),
  ),
)

describe('in English', () => {
  const { failureSentence, qualitySentence, consensusSentence, skippedSentence } =
    renderHook(useSentences).result.current

  it('every failure is told as core tells it', () => {
    for (const reason of FAILURE_REASONS)
      expect(failureSentence(reason, 'Member 3', plan.limits)).toBe(
        spoken.failureSentence(reason, 'Member 3', plan.limits),
      )
  })

  it('every reason of quality is told as core tells it, with a stand-in and without', () => {
    for (const reason of REASONS)
      for (const run of [
        { plan, answer },
        { plan, answer: null },
      ])
        expect(qualitySentence(reason, run)).toBe(spoken.qualitySentence(reason, run))
  })

  it('agreement is told as core tells it', () => {
    for (const consensus of CONSENSUS) expect(consensusSentence(consensus)).toBe(spoken.consensusSentence(consensus))
    for (const why of REVIEW_SKIPPED) expect(skippedSentence(why)).toBe(spoken.SKIPPED_SENTENCES[why])
  })

  it('times, counts and money are written as core writes them', () => {
    const figures = renderHook(useFigures).result.current
    for (const ms of [0, 120, 999, 4_000, 8_049, 9_960, 41_200, 99_400, 120_000, 125_000, 3_599_900]) {
      expect(figures.duration(ms)).toBe(core.duration(ms))
      expect(figures.wholeSeconds(ms)).toBe(core.wholeSeconds(ms))
    }
    for (const count of [0, 812, 999, 1_000, 12_399, 999_949, 999_950, 1_234_567])
      expect(figures.compact(count)).toBe(core.compact(count))
    for (const pico of [0n, 3_100_000_000n, 10_000_000_000n, 420_000_000_000n, 12_345_000_000_000n])
      expect(figures.usd(pico)).toBe(core.usd(pico))
  })
})

it('figures are written as the language writes them', () => {
  const inGerman = renderHook(useFigures, { wrapper: inLanguage('de') }).result.current
  expect([inGerman.duration(8_049), inGerman.compact(12_399), inGerman.usd(420_000_000_000n)]).toEqual([
    '8,0 s',
    '12,4 Tsd.',
    '0,42\u00a0$',
  ])
  const inSpanish = renderHook(useSentences, { wrapper: inLanguage('es') }).result.current
  expect(inSpanish.failureSentence('first_token_timeout', 'Skeptic', plan.limits)).toBe(
    'Skeptic no envió nada durante 60 s.',
  )
})
