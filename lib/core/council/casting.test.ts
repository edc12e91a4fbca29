import { describe, expect, it } from 'vitest'
import { castable } from './casting.ts'
import { MEMBERS_MAX } from './choice.ts'
import { type Candidate, offeredPresets, PRESETS, type PresetId, seatCouncil } from './presets.ts'

type Row = [id: string, family?: string, price?: number, patch?: Partial<Candidate>]

function models(...rows: Row[]): Candidate[] {
  return rows.map(([id, family, price, patch]) => ({
    ...{ id, name: id, demo: false, outputUsdPerMillion: price ?? null, ...patch },
    ...(family !== undefined && { family }),
  }))
}

/** Who sits where: the members, then the chairman. */
function seated(preset: PresetId, list: Candidate[]) {
  const { seats, chairman } = seatCouncil(PRESETS[preset], castable(list))
  expect(chairman).toBe(seats.at(-1)?.id)
  return [seats.slice(0, -1).map((seat) => seat.model), seats.at(-1)?.model]
}

const FIVE = models(
  ['o/gpt', 'openai', 10],
  ['o/claude', 'anthropic', 15],
  ['o/grok', 'x-ai', 14],
  ['o/flash', 'google', 2],
  ['o/pro', 'google', 12],
)

describe('the roles of a preset', () => {
  it.each<[string, PresetId, Candidate[], string[], string]>([
    [
      'one real model plays all of them',
      'quick',
      models(['o/gpt', 'openai', 10]),
      ['o/gpt', 'o/gpt', 'o/gpt'],
      'o/gpt',
    ],
    ['the dearest chairs, the others answer', 'standard', FIVE, ['o/gpt', 'o/grok', 'o/pro', 'o/flash'], 'o/claude'],
    [
      'members are of different families before any is there twice',
      'quick',
      FIVE,
      ['o/gpt', 'o/grok', 'o/pro'],
      'o/claude',
    ],
    [
      'of a family the one of middle price answers',
      'quick',
      models(['a/dear', 'a', 90], ['a/mid', 'a', 10], ['a/cheap', 'a', 1], ['b/mid', 'b', 9], ['c/mid', 'c', 11]),
      ['a/mid', 'b/mid', 'c/mid'],
      'a/dear',
    ],
    [
      'with two families the chairman is not of the one that most members are of',
      'quick',
      models(['a/1', 'a', 20], ['a/2', 'a', 10], ['a/3', 'a', 9], ['a/4', 'a', 8], ['b/1', 'b', 12]),
      ['a/2', 'a/3', 'a/4'],
      'b/1',
    ],
    [
      'but a weak one does not chair for its family’s sake',
      'quick',
      models(['a/1', 'a', 20], ['a/2', 'a', 10], ['a/3', 'a', 9], ['a/4', 'a', 8], ['b/1', 'b', 0.1]),
      ['a/3', 'b/1', 'a/2'],
      'a/1',
    ],
    [
      'who cannot chair does not, however dear',
      'quick',
      models(['a/1', 'a', 90, { chairmanCapable: false }], ['b/1', 'b', 5], ['c/1', 'c', 4], ['d/1', 'd', 3]),
      ['a/1', 'c/1', 'd/1'],
      'b/1',
    ],
    [
      'where nobody can chair somebody has to',
      'quick',
      models(['a/1', 'a', 9, { chairmanCapable: false }], ['b/1', 'b', 5, { chairmanCapable: false }]),
      ['b/1', 'a/1', 'b/1'],
      'a/1',
    ],
    [
      'without prices and families the list’s order decides, members first',
      'standard',
      models(['o/1'], ['o/2'], ['o/3'], ['o/4'], ['o/5'], ['o/6']),
      ['o/1', 'o/2', 'o/3', 'o/4'],
      'o/5',
    ],
    [
      'a model without a price neither chairs nor is held to be in the middle',
      'quick',
      models(['a/?', 'a'], ['a/1', 'a', 5], ['b/?', 'b'], ['c/1', 'c', 6]),
      ['a/1', 'b/?', 'a/?'],
      'c/1',
    ],
    [
      'a price below nothing is unknown',
      'quick',
      models(['a/1', 'a', -9], ['b/1', 'b', 1], ['c/1', 'c', 1], ['d/1', 'd', 1]),
      ['a/1', 'b/1', 'c/1'],
      'd/1',
    ],
    [
      'the same family over two providers is one family',
      'quick',
      models(
        ['openai/gpt', 'openai', 10],
        ['openrouter/gpt', 'openai', 10],
        ['b/1', 'b', 9],
        ['c/1', 'c', 8],
        ['d/1', 'd', 11],
      ),
      ['openai/gpt', 'b/1', 'c/1'],
      'd/1',
    ],
    [
      'two models take turns',
      'standard',
      models(['a/1', 'a', 9], ['b/1', 'b', 5]),
      ['b/1', 'a/1', 'b/1', 'a/1'],
      'a/1',
    ],
  ])('%s', (_what, preset, list, members, chairman) => {
    expect(seated(preset, list)).toEqual([members, chairman])
  })

  it('come out the same for the same list', () => {
    expect(seatCouncil(PRESETS.standard, FIVE)).toEqual(seatCouncil(PRESETS.standard, structuredClone(FIVE)))
  })

  it('number the seats that one model has several of', () => {
    const { seats } = seatCouncil(PRESETS.quick, models(['o/gpt']))
    expect(seats.map((seat) => seat.name)).toEqual(['o/gpt', 'o/gpt 2', 'o/gpt 3', 'o/gpt 4'])
  })
})

describe('the models that presets are made of', () => {
  const demo = models(['demo/a', undefined, 0, { demo: true }], ['demo/b', undefined, 0, { demo: true }])
  const local = models(['ollama/a', 'llama', 0, { local: true }])
  const served = models(['o/gpt', 'openai', 10])

  it.each([
    ['offline ones, where there is nothing else', demo, demo],
    ['those of the own machines, where nothing else is real', [...demo, ...local], local],
    ['no local ones beside served ones: they are never mixed in silently', [...local, ...demo, ...served], served],
  ])('are %s', (_what, list, expected) => {
    expect(castable(list)).toEqual(expected)
  })
})

describe('the full council', () => {
  const many = (count: number) => models(...Array.from({ length: count }, (_, i): Row => [`o/${i + 1}`]))

  it.each([
    [3, 4],
    [5, 4],
    [6, 5],
    [9, 8],
    [30, MEMBERS_MAX],
  ])('of %i models has %i members', (count, members) => {
    expect(seatCouncil(PRESETS.full, many(count)).members).toHaveLength(members)
  })

  it('is not offered, nor is any other, where there is no model', () => {
    expect(offeredPresets([])).toEqual([])
  })

  it('is offered where it is larger than the standard one', () => {
    expect(offeredPresets(many(5)).map(({ id }) => id)).toEqual(['quick', 'standard'])
    expect(offeredPresets(many(6)).map(({ id }) => id)).toEqual(['quick', 'standard', 'full'])
  })
})
