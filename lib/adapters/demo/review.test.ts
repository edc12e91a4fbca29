import { describe, expect, it } from 'vitest'
import { readBallot } from '../../core/council/ballots.ts'
import type { Ballot, Tally } from '../../core/council/types.ts'
import { tallyBallots } from '../../core/voting/tally.ts'
import { composeAnswer } from './answer.ts'
import { SLUGS } from './characters.ts'
import { QUESTIONS } from './questions.fixture.ts'
import { composeBallot, composeGarbledBallot } from './review.ts'

const MEMBERS = SLUGS.slice(0, 4)
const LETTERS = ['A', 'B', 'C', 'D']

/** Four members answer and each reviews the three others, as in a Standard council. */
function deliberate(question: string, seed = 'run'): { ballots: Ballot[]; tally: Tally } {
  const seats = MEMBERS.map((slug, i) => ({ slug, seat: `s${i + 1}` }))
  const texts = seats.map(({ slug, seat }) =>
    composeAnswer(slug, { question, history: [], seed: `${seed}:first_opinions:${seat}:a1` }),
  )
  const ballots = seats.map(({ slug, seat }) => {
    const others = seats.filter((other) => other.seat !== seat)
    const labels = others.map((other, i) => ({ label: LETTERS[i] as string, seat: other.seat }))
    const candidates = labels.map(({ label, seat: of }) => ({
      label,
      text: texts[seats.findIndex((s) => s.seat === of)] as string,
    }))
    const raw = composeBallot(slug, { question, candidates, seed: `${seed}:review:${seat}:a1` })
    const reading = readBallot({ reviewer: seat, raw, labels, needsRanking: true })
    if (!reading.ok) throw new Error(reading.problem)
    return reading.ballot
  })
  return { ballots, tally: tallyBallots({ seed, candidates: seats.map((s) => s.seat), ballots }) }
}

describe('ballots of the offline models', () => {
  const councils = QUESTIONS.slice(0, 12).map((question) => deliberate(question))

  it('are valid, complete, scored from 1 to 5 and reasoned', () => {
    for (const { ballots } of councils) {
      for (const ballot of ballots) {
        expect(ballot.status).toBe('valid')
        expect(ballot.ranking.flat()).toHaveLength(3)
        expect(Object.values(ballot.scores).flatMap((scores) => Object.values(scores))).not.toContain(null)
        for (const comment of Object.values(ballot.comments)) expect(comment).toMatch(/^[A-Z].{15,}[.]$/)
      }
    }
  })

  it('do not always make the same member win', () => {
    expect(new Set(councils.map(({ tally }) => tally.winner)).size).toBeGreaterThanOrEqual(3)
  })

  it('agree strongly on some questions and hardly on others', () => {
    const values = councils.map(({ tally }) => tally.consensus.value ?? 0)
    expect(Math.min(...values)).toBeLessThanOrEqual(0.2)
    expect(Math.max(...values)).toBeGreaterThanOrEqual(0.6)
    expect(new Set(values).size).toBeGreaterThanOrEqual(3)
  })

  it('use the scale', () => {
    const given = councils.flatMap(({ ballots }) =>
      ballots.flatMap((b) => Object.values(b.scores).flatMap((scores) => Object.values(scores))),
    )
    for (const score of [2, 3, 4, 5]) expect(given).toContain(score)
  })

  it('are the same for the same input and seed', () => {
    expect(deliberate(QUESTIONS[0] as string)).toEqual(deliberate(QUESTIONS[0] as string))
  })

  it('put an empty answer, an evasion and an answer to another question behind a fitting one', () => {
    const question = 'Why is the sky blue?'
    const fitting = composeAnswer('teacher', { question, history: [], seed: 's:a1' })
    const stray = composeAnswer('teacher', { question: 'What is inflation?', history: [], seed: 's:a1' })
    const candidates = [
      { label: 'A', text: '' },
      { label: 'B', text: stray },
      { label: 'C', text: fitting },
      { label: 'D', text: 'I would rather not say.' },
    ]
    for (const slug of SLUGS) {
      const ballot = JSON.parse(composeBallot(slug, { question, candidates, seed: 's:a1' }))
      expect(ballot.ranking[0]).toBe('C')
      expect(ballot.ranking[3]).toBe('A')
      expect(ballot.reviews[0]).toMatchObject({ accuracy: 1, clarity: 1, comment: 'There is no text to review.' })
    }
  })

  it('judge texts that no offline model wrote', () => {
    const candidates = [
      { label: 'A', text: 'Paris.' },
      {
        label: 'B',
        text: 'The capital of France is Paris, which has been the seat of government for centuries.\n```\ncode\n```',
      },
    ]
    const ballot = JSON.parse(
      composeBallot('editor', { question: 'What is the capital of France?', candidates, seed: 'x' }),
    )
    expect(ballot.ranking).toEqual(['B', 'A'])
  })

  it('stay quick on answers of a quarter of a megabyte', () => {
    const text = 'Rayleigh scattering makes the sky look blue because short waves scatter more. '.repeat(3_300)
    const candidates = ['A', 'B', 'C'].map((label, i) => ({
      label,
      text: `${text}${'\n'.repeat(5_000)}${'x '.repeat(i)}`,
    }))
    const startedAt = performance.now()
    composeBallot('editor', { question: 'Why is the sky blue?', candidates, seed: 'x' })
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })

  it('cannot be read when garbled', () => {
    const labels = [
      { label: 'A', seat: 's1' },
      { label: 'B', seat: 's2' },
      { label: 'C', seat: 's3' },
    ]
    const raw = composeGarbledBallot(['A', 'B', 'C'])
    expect(readBallot({ reviewer: 's4', raw, labels, needsRanking: true }).ok).toBe(false)
  })
})
