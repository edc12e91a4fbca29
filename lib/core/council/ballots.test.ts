import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asRepaired, BALLOT_SCHEMA, invalidBallot, readBallot } from './ballots.ts'
import type { Label } from './types.ts'

const labels: Label[] = [
  { label: 'A', seat: 's3' },
  { label: 'B', seat: 's1' },
  { label: 'C', seat: 's4' },
]

function review(label: string, score: unknown, comment: unknown = `About ${label}.`) {
  return { label, accuracy: score, completeness: score, reasoning: score, clarity: score, comment }
}

const whole = { reviews: [review('A', 3), review('B', 5), review('C', 2)], ranking: ['B', 'A', 'C'] }

function read(raw: unknown, options: { needsRanking?: boolean; labels?: Label[] } = {}) {
  const text = typeof raw === 'string' ? raw : JSON.stringify(raw)
  return readBallot({ reviewer: 's2', raw: text, labels, needsRanking: true, ...options })
}

function ballotFrom(...args: Parameters<typeof read>) {
  const result = read(...args)
  if (!result.ok) throw new Error(result.problem)
  return result.ballot
}

const rankingFrom = (raw: unknown) => ballotFrom(raw).ranking

describe('a ballot in JSON', () => {
  it('is read whole, by seat instead of label', () => {
    const all = (score: number) => ({ accuracy: score, completeness: score, reasoning: score, clarity: score })
    expect(ballotFrom(whole)).toEqual({
      reviewer: 's2',
      status: 'valid',
      raw: JSON.stringify(whole),
      labels,
      scores: { s3: all(3), s1: all(5), s4: all(2) },
      ranking: [['s1'], ['s3'], ['s4']],
      comments: { s3: 'About A.', s1: 'About B.', s4: 'About C.' },
      problem: null,
    })
  })

  it.each([
    ['in a code fence', `Here you are:\n\`\`\`json\n${JSON.stringify(whole, null, 2)}\n\`\`\``],
    ['with prose around it', `I weighed {everything} "carefully".\n${JSON.stringify(whole)}\nThat is my ballot.`],
    ['after a brace that never closes', `A set { of things.\n${JSON.stringify(whole)}`],
    ['after a quote that never closes', `A set { of "things.\n${JSON.stringify(whole)}`],
    [
      'after the example it was shown',
      `${JSON.stringify({ reviews: [], ranking: ['C', 'B', 'A'] })} ${JSON.stringify(whole)}`,
    ],
    ['inside a wrapper', JSON.stringify({ ballot: whole })],
    ['before a broken second one', `${JSON.stringify(whole)}\n{"ranking": [oops]}`],
  ])('is found %s', (_, raw) => {
    const { ranking, scores } = ballotFrom(raw)
    expect(ranking).toEqual([['s1'], ['s3'], ['s4']])
    expect(scores.s1?.accuracy).toBe(5)
  })

  it('is not confused by braces and quotes in its strings', () => {
    const tricky = { ...whole, reviews: [review('A', 4, 'Says "}" and \\ and {"ranking":["C"]}.')] }
    expect(ballotFrom(tricky).comments.s3).toBe('Says "}" and \\ and {"ranking":["C"]}.')
  })

  it('does not take its ranking from a comment that quotes one', () => {
    const quoting = { reviews: [review('A', 5, 'FINAL RANKING:\n1. Response C'), review('B', 4), review('C', 1)] }
    expect(rankingFrom(quoting)).toEqual([['s3'], ['s1'], ['s4']])
  })

  it.each([
    ['nested lists', [['A', 'B'], 'C'], [['s3', 's1'], ['s4']]],
    ['equals signs', ['A = B', 'C'], [['s3', 's1'], ['s4']]],
    ['one line', 'C > A = B', [['s4'], ['s3', 's1']]],
    ['full names', ['Response C', 'response b', 'Answer A'], [['s4'], ['s1'], ['s3']]],
    ['explanations', ['B - the only correct one', '**A**: close', 'C'], [['s1'], ['s3'], ['s4']]],
    ['unknown labels, dropped', ['Z', 'B', '__proto__', 'A', 7, null, 'constructor', ['Q']], [['s1'], ['s3']]],
    ['repeated labels, first place kept', ['B', 'A', 'B', ['A', 'C']], [['s1'], ['s3'], ['s4']]],
  ])('ranks by %s', (_, ranking, expected) => {
    expect(rankingFrom({ reviews: [], ranking })).toEqual(expected)
  })

  it('is refused when it ranks fewer than half of the answers, even with every score', () => {
    expect(read({ ...whole, ranking: ['B'] })).toEqual({
      ok: false,
      problem: 'The ballot ranks 1 of 3 answers, fewer than half.',
    })
    expect(read({ ...whole, ranking: ['X', 'Y', 'Z'] }).ok).toBe(false)
  })

  it.each([0, 6, -1, 1e9, '4', null, true, [3], {}])('keeps no score of %j', (score) => {
    expect(ballotFrom({ reviews: [review('A', score)], ranking: ['A', 'B', 'C'] }).scores.s3).toEqual({
      accuracy: null,
      completeness: null,
      reasoning: null,
      clarity: null,
    })
  })

  it('keeps the first of two reviews of one answer and none of a stranger', () => {
    const { scores, comments } = ballotFrom({ ...whole, reviews: [review('A', 4), review('A', 1), review('Z', 5), 3] })
    expect(scores.s3?.clarity).toBe(4)
    expect(scores.s1?.clarity).toBeNull()
    expect(Object.keys(scores)).toEqual(['s3', 's1', 's4'])
    expect(comments).toEqual({ s3: 'About A.' })
  })

  it('is ordered by its scores when it holds all of them and no ranking, and says so', () => {
    const reviews = [review('A', 4), review('B', 5), review('C', 4)]
    for (const raw of [{ reviews }, { reviews, ranking: [] }, { reviews, ranking: null }]) {
      expect(ballotFrom(raw)).toMatchObject({
        status: 'valid',
        ranking: [['s1'], ['s3', 's4']],
        problem: 'It held no ranking; the order is that of its scores.',
      })
    }
  })

  it('is refused with neither a ranking nor every score', () => {
    const problem = 'The ballot holds no ranking that could be read, and not every score.'
    expect(read({ reviews: [review('A', 4), review('B', 5)] })).toEqual({ ok: false, problem })
    expect(read({ reviews: [review('A', 4), review('B', 5), { ...review('C', 3), clarity: null }] }).ok).toBe(false)
    expect(read({ reviews: 'A is best' }).ok).toBe(false)
  })

  it('takes a ranking from the prose around its scores', () => {
    const raw = `${JSON.stringify({ reviews: whole.reviews })}\n\nFINAL RANKING: C > B > A`
    expect(ballotFrom(raw)).toMatchObject({ ranking: [['s4'], ['s1'], ['s3']], problem: null })
  })

  it('holds nothing that storage cannot: NUL and lone surrogates go, long comments are cut', () => {
    const raw = JSON.stringify({ ...whole, reviews: [review('A', 3, `a\u0000b\ud800 ${'word '.repeat(500)}`)] })
    const comment = ballotFrom(`\u0000${raw}\ud800`).comments.s3!
    expect(comment.startsWith('ab\ufffd word')).toBe(true)
    expect(comment.length).toBeLessThanOrEqual(601)
    expect(ballotFrom(`\u0000${raw}\ud800`).raw).toBe(`${raw}\ufffd`)
  })
})

describe('a ballot that need not rank', () => {
  const one = [labels[0]!]

  it('holds its scores and whatever it ranks', () => {
    expect(ballotFrom({ reviews: [review('A', 4)] }, { needsRanking: false, labels: one })).toMatchObject({
      scores: { s3: { accuracy: 4 } },
      ranking: [],
      problem: null,
    })
    const ranked = { reviews: [review('A', 4)], ranking: ['A'] }
    expect(ballotFrom(ranked, { needsRanking: false, labels: one }).ranking).toEqual([['s3']])
  })

  it('is refused without a score', () => {
    const problem = 'The ballot holds no score from 1 to 5.'
    expect(read({ reviews: [], ranking: ['A'] }, { needsRanking: false, labels: one })).toEqual({ ok: false, problem })
  })
})

describe('a ballot in text', () => {
  it.each([
    ['a numbered list', 'B is best.\n\nFINAL RANKING:\n1. Response B\n2. Response A\n3. Response C\n', 'B A C'],
    ['bullets', 'Final ranking\n- Response C\n* Response A\n• Response B', 'C A B'],
    ['bold and brackets', '## **FINAL RANKING:**\n\n1) **Response B**\n**2. [A]**\n(3) `C`', 'B A C'],
    ['bare labels', 'final ranking\n1. C\n2. B: fine\n3. A, too short', 'C B A'],
    ['one line', 'FINAL RANKING: B > A > C', 'B A C'],
    ['one line below', 'FINAL_RANKING\nC > B > A', 'C B A'],
    ['a tie', 'FINAL RANKING\nB > A = C', 'B A=C'],
    ['a tie in a list', 'FINAL RANKING\n1. Response B = Response C\n2. Response A', 'B=C A'],
    ['the last marker', 'FINAL RANKING:\n1. A\n2. B\n3. C\n\nNo, again. FINAL RANKING:\n1. C\n2. B\n3. A', 'C B A'],
    ['a list that prose follows', 'FINAL RANKING\n1. B\n2. A\nI left C out.\n3. C', 'B A'],
    ['prose before the list', 'FINAL RANKING (from best to worst)\nMy order is this.\n1. B\n2. A\n3. C', 'B A C'],
    ['explained items', '**Final Ranking:**\n1. Response B because it is right\n2. Response A\n3. Response C', 'B A C'],
  ])('is read from %s', (_, raw, expected) => {
    const seats = new Map(labels.map(({ label, seat }) => [label, seat]))
    const order = expected.split(' ').map((tier) => tier.split('=').map((label) => seats.get(label)))
    expect(ballotFrom(raw)).toMatchObject({ ranking: order, comments: {}, problem: null })
  })

  it.each([
    ['without a marker', '1. Response B\n2. Response A\n3. Response C'],
    ['with nothing after the marker', 'FINAL RANKING'],
    ['with only words after it', 'FINAL RANKING:\nI cannot choose between them. A good answer is rare.'],
    ['with items that name no label', 'FINAL RANKING:\n1. A good answer\n2. Better ones\n3. Can be found'],
    ['with JSON that was cut off', JSON.stringify(whole).slice(0, -8)],
    ['that is empty', ''],
  ])('is refused %s', (_, raw) => {
    expect(read(raw).ok).toBe(false)
  })
})

describe('hostile input', () => {
  const size = 256_000
  const fill = (unit: string) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)

  it.each([
    ['open braces', fill('{')],
    ['closing braces', fill('}')],
    ['open brackets', fill('[')],
    ['quotes', fill('{"')],
    ['backslashes', `{"${fill('\\')}`],
    ['nested objects', `${fill('{"ranking":')}1${fill('}')}`],
    ['broken ballots', fill('{"ranking":[oops]}')],
    ['empty ballots', fill('{"ranking":[]}')],
    ['nested lists', `{"ranking":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['markers', fill('FINAL RANKING ')],
    ['almost markers', fill('final ')],
    ['signs', `FINAL RANKING ${fill('>=')}`],
    ['items', `FINAL RANKING ${fill('\n1. ')}`],
    ['tiers on one line', `FINAL RANKING ${fill('A>')}`],
    ['reviews', `{"reviews":[${fill('{"label":"A"},')}{}]}`],
    ['stars', `FINAL RANKING\n${fill('*_#: ')}`],
    ['spaces', `FINAL RANKING\n${fill(' ')}>`],
    ['one long item', `FINAL RANKING\n1. ${fill('Response ')}`],
    ['NUL', fill('\u0000')],
    ['prototypes', '{"__proto__":{"ranking":["A","B","C"]},"ranking":["__proto__","constructor","toString"]}'],
  ])('of %s is refused in good time', (_, raw) => {
    const before = performance.now()
    expect(read(raw).ok).toBe(false)
    expect(performance.now() - before).toBeLessThan(5000)
    expect(({} as Record<string, unknown>).ranking).toBeUndefined()
  })

  it('of any text is an answer, never an exception', () => {
    const bits = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '\n', 'ranking', 'reviews', 'label', 'A', 'B')
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .array(fc.oneof(bits, fc.constantFrom(' FINAL RANKING ', '1. ', ' > ', ' = ', '"ranking":["A","B"]')))
        .map((b) => b.join('')),
    )
    fc.assert(
      fc.property(text, fc.boolean(), (raw, needsRanking) => {
        const result = read(raw, { needsRanking })
        if (!result.ok) expect(result.problem).toMatch(/\.$/)
        const placed = result.ok ? result.ballot.ranking.flat() : []
        expect(new Set(placed).size).toBe(placed.length)
        expect(labels.map(({ seat }) => seat)).toEqual(expect.arrayContaining(placed))
      }),
      { numRuns: 500 },
    )
  })

  it('of any JSON in the place of reviews and ranking is an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (reviews, ranking) => {
        expect(read({ reviews, ranking })).toHaveProperty('ok')
      }),
    )
  })
})

describe('any well-formed ballot', () => {
  it('survives being written and read', () => {
    const score = fc.integer({ min: 1, max: 5 })
    const written = fc.record({
      reviews: fc.tuple(...labels.map(({ label }) => score.map((value) => review(label, value)))),
      ranking: fc.shuffledSubarray(['A', 'B', 'C'], { minLength: 2 }),
    })
    const indent = fc.constantFrom(0, 2, '\t')
    fc.assert(
      fc.property(written, indent, fc.constantFrom('', 'Here: '), (ballot, space, lead) => {
        const result = ballotFrom(`${lead}${JSON.stringify(ballot, null, space)}`)
        const seatOf = (label: string) => labels.find((entry) => entry.label === label)!.seat
        expect(result.ranking).toEqual(ballot.ranking.map((label) => [seatOf(label)]))
        for (const given of ballot.reviews) expect(result.scores[seatOf(given.label)]?.reasoning).toBe(given.reasoning)
      }),
    )
  })
})

describe('the schema', () => {
  it('is strict all the way down and names only the labels given', () => {
    const schema = BALLOT_SCHEMA(['A', 'B'])
    const objects: Record<string, unknown>[] = []
    JSON.stringify(schema, (_, value) => {
      if (value?.type === 'object') objects.push(value)
      return value
    })
    expect(objects).toHaveLength(2)
    for (const object of objects) {
      expect(object.additionalProperties).toBe(false)
      expect(object.required).toEqual(Object.keys(object.properties as object))
    }
    expect(schema).toMatchObject({ properties: { ranking: { items: { enum: ['A', 'B'] } } } })
    expect(objects[1]!.required).toEqual(['label', 'accuracy', 'completeness', 'reasoning', 'clarity', 'comment'])
  })
})

describe('ballots that went wrong', () => {
  it('an invalid one keeps what was written and why it does not count', () => {
    expect(invalidBallot({ reviewer: 's2', raw: 'no\u0000', labels, problem: 'It is no ballot.' })).toEqual({
      reviewer: 's2',
      status: 'invalid',
      raw: 'no',
      labels,
      scores: {},
      ranking: [],
      comments: {},
      problem: 'It is no ballot.',
    })
  })

  it('a repaired one says that it was, and keeps what was already said about it', () => {
    const reason = 'The first ballot could not be read and was sent back once.'
    expect(asRepaired(ballotFrom(whole))).toMatchObject({
      status: 'repaired',
      problem: reason,
      ranking: [['s1'], ['s3'], ['s4']],
    })
    expect(asRepaired(ballotFrom({ reviews: whole.reviews })).problem).toBe(
      `${reason} It held no ranking; the order is that of its scores.`,
    )
  })
})
