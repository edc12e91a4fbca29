import { describe, expect, it } from 'vitest'
import { labelReader, rankingInText } from './ballot-text.ts'

const read = labelReader(['A', 'B', 'C'])

describe('labelReader', () => {
  it.each([
    ['B', 'B'],
    [' b ', 'B'],
    ['**Response B**', 'B'],
    ['[Answer: C] is fine', 'C'],
    ['Option B because it is right', 'B'],
    ['A - short', 'A'],
    ['A: short', 'A'],
    ['A, then nothing', 'A'],
    ['A good answer', null],
    ['Apart from that', null],
    ['Answers B and C', null],
    ['Response D', null],
    ['', null],
    ['__proto__', null],
    [`${' '.repeat(500)}A`, null],
  ])('reads %j as %j', (text, label) => {
    expect(read(text)).toBe(label)
  })

  it('knows labels as they are given, whatever their form', () => {
    expect(labelReader(['Response 1', 'ä2'])('response 1')).toBe('Response 1')
    expect(labelReader(['Response 1', 'ä2'])('Ä2: good')).toBe('ä2')
  })
})

describe('rankingInText', () => {
  it('does not take sentences for items', () => {
    expect(rankingInText('FINAL RANKING\n1. A good answer\n2. A better one', read)).toBeNull()
    expect(rankingInText('FINAL RANKING\nB is first.\nA is last.', read)).toBeNull()
  })

  it('leaves finding repeats and strangers to the ballot', () => {
    expect(rankingInText('FINAL RANKING\n1. Response A\n2. Response A', read)).toEqual([['A'], ['A']])
  })
})
