import { describe, expect, it } from 'vitest'
import { misbehaviourOf, withoutDirectives } from './directives.ts'

const FIRST = 'run:first_opinions:s1:a1'
const SECOND = 'run:first_opinions:s1:a2'

describe('directives in a question', () => {
  it('reach the model they name, in its answer only', () => {
    const question = 'Why? [[Archivist: FAIL]]'
    expect(misbehaviourOf('archivist', 'answer', question, FIRST)).toBe('fail')
    expect(misbehaviourOf('archivist', 'answer', question, SECOND)).toBe('fail')
    expect(misbehaviourOf('archivist', 'review', question, FIRST)).toBeNull()
    expect(misbehaviourOf('archivist', 'synthesis', question, FIRST)).toBeNull()
    expect(misbehaviourOf('skeptic', 'answer', question, FIRST)).toBeNull()
  })

  it('reach all members, or whoever writes the synthesis', () => {
    expect(misbehaviourOf('teacher', 'answer', '[[all: stall]]', FIRST)).toBe('stall')
    expect(misbehaviourOf('teacher', 'synthesis', '[[all: stall]]', FIRST)).toBeNull()
    expect(misbehaviourOf('teacher', 'synthesis', '[[chair: cut]]', FIRST)).toBe('cut')
    expect(misbehaviourOf('teacher', 'answer', '[[chair: cut]]', FIRST)).toBeNull()
  })

  it('with “once” spare later attempts', () => {
    expect(misbehaviourOf('editor', 'answer', '[[editor: fail once]]', FIRST)).toBe('fail')
    expect(misbehaviourOf('editor', 'answer', '[[editor: fail once]]', SECOND)).toBeNull()
  })

  it('with “review” concern the ballot and its repair', () => {
    expect(misbehaviourOf('editor', 'review', '[[editor: stall review]]', FIRST)).toBe('stall')
    expect(misbehaviourOf('editor', 'answer', '[[editor: stall review]]', FIRST)).toBeNull()
  })

  it('garble a ballot so that a repair helps, or make it unreadable for good', () => {
    expect(misbehaviourOf('analyst', 'review', '[[analyst: garbled ballot]]', FIRST)).toBe('garbled ballot')
    expect(misbehaviourOf('analyst', 'repair', '[[analyst: garbled ballot]]', SECOND)).toBeNull()
    expect(misbehaviourOf('analyst', 'repair', '[[analyst: unreadable ballot]]', SECOND)).toBe('unreadable ballot')
  })

  it('can be several, and only known ones are taken out of the text', () => {
    const question = 'Why [[skeptic: slow]] is the sky blue? [[teacher: empty]] [[wiki: link]]'
    expect(misbehaviourOf('teacher', 'answer', question, FIRST)).toBe('empty')
    expect(withoutDirectives(question)).toBe('Why is the sky blue? [[wiki: link]]')
    expect(misbehaviourOf('teacher', 'answer', '[[teacher: dance]]', FIRST)).toBeNull()
  })
})
