import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinQuestion, pieceLine, questionHead, splitQuestion } from './question-text.ts'

describe('question text', () => {
  it('is what was written where nothing was pasted', () => {
    expect(joinQuestion({ text: 'Why? \n```js\n1\n```', pieces: [] })).toBe('Why? \n```js\n1\n```')
    expect(splitQuestion('Why? \n```js\n1\n```')).toEqual({ text: 'Why? \n```js\n1\n```', pieces: [] })
  })

  it('sends a pasted text in a fence after what was written, and alone without one', () => {
    expect(joinQuestion({ text: 'Sum this up.\n', pieces: ['a\nb'] })).toBe('Sum this up.\n\n```pasted\na\nb\n```')
    expect(joinQuestion({ text: ' ', pieces: ['a\nb'] })).toBe('a\nb')
  })

  it('chooses a fence that nothing in the text can close', () => {
    const question = joinQuestion({ text: 'What is this?', pieces: ['before\n```\ncode\n````\nafter'] })
    expect(question).toContain('`````pasted\n')
    expect(splitQuestion(question).pieces).toEqual(['before\n```\ncode\n````\nafter'])
  })

  it('shows a fence that was never closed as it was written', () => {
    expect(splitQuestion('Why?\n```pasted\nhalf').text).toBe('Why?\n```pasted\nhalf')
  })

  it('takes every question apart into what it was put together from', () => {
    const line = fc.string().map((text) => text.replaceAll('\n', ' '))
    const piece = fc.oneof(
      fc.string(),
      fc
        .array(fc.oneof(line, fc.constantFrom('```', '````pasted', '~~~')), { maxLength: 6 })
        .map((lines) => lines.join('\n')),
    )
    const said = line.filter((text) => text.trim() !== '' && !/^[`~]/.test(text.trim()))
    fc.assert(
      fc.property(said, fc.array(piece, { minLength: 1, maxLength: 4 }), (text, pieces) => {
        expect(splitQuestion(joinQuestion({ text, pieces }))).toEqual({ text: text.trim(), pieces })
      }),
    )
  })

  it.each([
    ['one paragraph', 'Why is\nthe sky blue?', 'Why is\nthe sky blue?', ''],
    ['two paragraphs', 'Why?\n\nI mean it.', 'Why?', 'I mean it.'],
    ['a list', 'Which?\n- this\n- that', 'Which?', '- this\n- that'],
    ['code', 'What fails?\n```js\n1\n```', 'What fails?', '```js\n1\n```'],
    ['nothing before a list', '- this\n- that', '- this\n- that', ''],
  ])('has its first paragraph as headline: %s', (_case, text, head, body) => {
    expect(questionHead(text)).toEqual({ head, body })
  })

  it('names a piece by its first line with words and its size', () => {
    expect(pieceLine('\n  \n  First line \nsecond')).toEqual({ first: 'First line', characters: 24, lines: 4 })
  })
})
