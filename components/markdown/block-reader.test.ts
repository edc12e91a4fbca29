import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBlockReader } from './block-reader.ts'
import { splitBlocks } from './blocks.ts'
import { ANSWER } from './streaming.fixture.ts'

const piece = fc.constantFrom(
  'word ',
  '\n',
  '\n\n',
  '```\n',
  '- item\n',
  '1. one\n',
  '    in\n',
  '| a |\n',
  '# head\n',
  '> so\n',
)

describe('the reader of a growing text', () => {
  it('cuts wherever it was read before as if it were read at once', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), fc.array(fc.nat(600), { maxLength: 12 }), (pieces, cuts) => {
        const source = pieces.join('')
        const read = createBlockReader()
        for (const cut of cuts.toSorted((a, b) => a - b)) read(source.slice(0, cut))
        expect(read(source).flat()).toEqual(splitBlocks(source))
      }),
    )
  })

  it('hands out what was finished as the same objects', () => {
    const read = createBlockReader()
    const long = `${ANSWER}\n\n`.repeat(8)
    const before = read(long)
    const after = read(`${long}And more.`)
    expect(before.length).toBeGreaterThan(2)
    for (const [i, group] of before.slice(0, -1).entries()) expect(after[i]).toBe(group)
  })

  it('reads another text from its start', () => {
    const read = createBlockReader()
    read('First.\n\nSecond.')
    expect(read('Other.').flat()).toEqual([{ at: 0, text: 'Other.' }])
  })
})
