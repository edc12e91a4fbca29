import { describe, expect, it } from 'vitest'
import { castable } from './casting.ts'
import { withFallbacks } from './fallbacks.ts'
import { type Candidate, PRESETS, seatCouncil } from './presets.ts'
import { castReviewers, fewestReviewers, reviewersApart } from './reviewers.ts'
import { sameSeats } from './same-seats.ts'

type Row = [id: string, family: string, input: number | null, output: number | null, patch?: Partial<Candidate>]

function models(...rows: Row[]): Candidate[] {
  return rows.map(([id, family, inputUsdPerMillion, outputUsdPerMillion, patch]) => ({
    ...{ id, name: id, demo: false, family, inputUsdPerMillion, outputUsdPerMillion, ...patch },
  }))
}

const NANO: Row = ['o/nano', 'openai', 0.1, 0.4]
const LITE: Row = ['o/lite', 'google', 0.1, 0.5]
const MEMBERS = models(['o/gpt', 'openai', 2, 10], ['o/pro', 'google', 2, 12], ['o/grok', 'x-ai', 3, 14])
const FOUR_TIMES_NANO = ['o/nano', 'o/nano', 'o/nano', 'o/nano']

describe('cheap reviewers', () => {
  it.each<[string, Candidate[], string[]]>([
    [
      'are the cheapest of each family',
      models(
        ['o/haiku', 'anthropic', 1, 5],
        ['o/mini', 'openai', 0.2, 1],
        NANO,
        ['o/small', 'mistral', 0.1, 0.3],
        LITE,
      ),
      ['o/small', 'o/nano', 'o/lite', 'o/haiku'],
    ],
    [
      'come to a second of a family only when every family has one',
      models(NANO, ['o/mini', 'openai', 0.2, 1], ['o/flash', 'google', 0.3, 2], LITE),
      ['o/nano', 'o/lite', 'o/mini', 'o/flash'],
    ],
    ['sit twice only where there is nobody else', models(NANO, LITE), ['o/nano', 'o/lite', 'o/nano', 'o/lite']],
    [
      'are none whose price is unknown, or known by half, or below nothing',
      models(
        ['o/?', 'a', null, null],
        ['o/in?', 'b', null, 0.1],
        ['o/out?', 'c', 0.1, null],
        ['o/-', 'd', -1, 0.1],
        NANO,
      ),
      FOUR_TIMES_NANO,
    ],
    [
      'cost by what a ballot reads too: dear to read and cheap to write is not cheap',
      models(['o/reader', 'mistral', 9, 0.1], NANO),
      FOUR_TIMES_NANO,
    ],
    ['are none that answer themselves', [], []],
    ['are none that are as dear as the members', models(['o/as-dear', 'a', 2.4, 12], ['o/opus', 'b', 15, 75]), []],
    ['are no offline models beside real ones', models(['demo/a', 'demo', 0, 0, { demo: true }]), []],
  ])('%s', (_what, others, expected) => {
    expect(castReviewers([...MEMBERS, ...others], MEMBERS).map(({ id }) => id)).toEqual(expected)
  })

  it('are not looked for where no member has a price to be cheaper than', () => {
    const members = models(['a/1', 'a', null, null], ['b/1', 'b', null, 3])
    expect(castReviewers([...members, ...models(NANO)], members)).toEqual([])
  })

  it('never cost more a ballot, all together, than the members would', () => {
    const members = models(['a/dear', 'a', 1, 90], ['b/cheap', 'b', 0, 1], ['c/cheap', 'c', 0, 1])
    const others = models(['d/1', 'd', 1, 20], ['e/1', 'e', 1, 27], ['f/1', 'f', 1, 28])
    expect(castReviewers([...members, ...others], members).map(({ id }) => id)).toEqual(['d/1', 'e/1', 'd/1', 'e/1'])
  })
})

const OTHERS = ['p', 'q', 'r', 's', 't', 'u', 'v'].map((name): Row => [`${name}/1`, name, 3, 14])
const AT_HAND = [
  ...MEMBERS,
  ...models(...OTHERS, ['o/claude', 'anthropic', 3, 15], NANO, LITE, ['o/?', 'm', null, null]),
]

describe('a preset with cheap reviewers', () => {
  const seatings = [PRESETS.quick, PRESETS.standard, PRESETS.full].map((preset) => ({
    usual: seatCouncil(preset, castable(AT_HAND)),
    seating: seatCouncil(preset, castable(AT_HAND), { hasCheapReviewers: true }),
  }))

  it.each(seatings)(
    'has the members and chairman of $usual.council, and reviewers beside them',
    ({ usual, seating }) => {
      expect([seating.members, seating.chairman]).toEqual([usual.members, usual.chairman])
      expect(seating.seats.slice(0, usual.seats.length)).toEqual(usual.seats)
      const judges = seating.seats.slice(usual.seats.length)
      expect(judges.map(({ id }) => id)).toEqual(seating.reviewers)
      expect(judges.map(({ name }) => name)).toEqual(['o/nano', 'o/lite', 'o/nano 2', 'o/lite 2'])
      expect(judges).toHaveLength(fewestReviewers(seating.members.length))
      expect(reviewersApart(seating)).toEqual(seating.reviewers)
      expect(reviewersApart(usual)).toEqual([])
    },
  )

  const { seating } = seatings[0]!

  it('lets no model without a price, and nobody who answers, take a reviewer’s place', () => {
    const judge = withFallbacks(seating, AT_HAND).at(-1)
    const answering = seating.seats.slice(0, 3).map((seat) => seat.model)
    expect(judge?.fallbacks).toHaveLength(2)
    for (const { model } of judge?.fallbacks ?? []) expect([...answering, 'o/?']).not.toContain(model)
  })

  it('lets no reviewer answer in a member’s place while somebody else can', () => {
    for (const { fallbacks = [] } of withFallbacks(seating, AT_HAND).slice(0, 3)) {
      for (const { model } of fallbacks) expect(['o/nano', 'o/lite']).not.toContain(model)
      expect(fallbacks.length).toBeGreaterThan(0)
    }
  })

  it.each([
    ['of one model', models(['o/gpt', 'openai', 2, 10])],
    ['of the offline models', models(...['a', 'b', 'c', 'd', 'e'].map((it): Row => [it, it, 0, 0, { demo: true }]))],
    ['of served models beside those of the own machines', [...MEMBERS, ...models(['l/1', 'l', 0, 0, { local: true }])]],
  ])('is as without, %s', (_what, list) => {
    const candidates = castable(list)
    expect(seatCouncil(PRESETS.quick, candidates, { hasCheapReviewers: true })).toEqual(
      seatCouncil(PRESETS.quick, candidates),
    )
  })

  it('is asked again by its name', () => {
    expect(sameSeats(seating)).toEqual({ council: 'quick' })
  })
})
