import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { splitBlocks } from './blocks.ts'
import { preloadParts } from './growing-parts.tsx'
import { healTail } from './heal.ts'
import { Markdown } from './markdown.tsx'
import { ANSWER } from './streaming.fixture.ts'
import { StreamingMarkdown } from './streaming-markdown.tsx'

beforeAll(preloadParts)
afterEach(cleanup)

/** Words as shown; the end of an element ends a word. */
const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? []

describe('streaming markdown', () => {
  it('shows ever more words, in order, at whatever character the text is cut', () => {
    const { container, rerender } = render(<StreamingMarkdown source="" isWhole={false} />)
    let before: string[] = []
    for (let end = 1; end <= ANSWER.length; end++) {
      rerender(<StreamingMarkdown source={ANSWER.slice(0, end)} isWhole={false} />)
      const words = wordsOf(container.firstElementChild?.innerHTML ?? '')
      const settled = before.slice(0, -1)
      expect(words.slice(0, settled.length), JSON.stringify(ANSWER.slice(0, end).slice(-40))).toEqual(settled)
      before = words
    }
    expect(before.length).toBeGreaterThan(40)
  }, 30_000)

  it('ends with exactly what a finished text shows', () => {
    const whole = render(<StreamingMarkdown source={ANSWER} isWhole />).container.innerHTML
    expect(whole).toBe(render(<Markdown source={ANSWER} />).container.innerHTML)
  })

  it('keeps the elements of finished blocks', () => {
    const { container, rerender } = render(<StreamingMarkdown source={'First.\n\nSec'} isWhole={false} />)
    const first = container.querySelector('p')
    rerender(<StreamingMarkdown source={'First.\n\nSecond, and more.\n\nThird'} isWhole={false} />)
    expect(container.querySelector('p')).toBe(first)
  })

  it('shows an open fence as code and half a link as its text', () => {
    const { container } = render(<StreamingMarkdown source={'see [the docs](https://exa'} isWhole={false} />)
    expect(container.textContent).toBe('see the docs')
    cleanup()
    const code = render(<StreamingMarkdown source={'```ts\nconst a = "**b**"\n'} isWhole={false} />).container
    expect(code.querySelector('pre')?.textContent).toContain('const a = "**b**"')
  })

  it.each([
    ['the sum $a_1 +', 'the sum'],
    ['the sum \\(a_1 +', 'the sum'],
    ['so\n$$\n\\frac{1}', 'so'],
    ['so\n\\[ x', 'so'],
    ['it costs $', 'it costs '],
    ['it costs $5', 'it costs $5'],
    ['it costs $5 and $10 or', 'it costs $5 and $10 or'],
    ['the sum $a*b$ of', 'the sum $a*b$ of'],
    [`echo $HOME ${'and words '.repeat(8)}`, `echo $HOME ${'and words '.repeat(8)}`],
  ])('waits for the end of a formula, and for no price: %j', (source, shown) => {
    expect(healTail(source)).toBe(shown)
  })

  it('keeps a diagram in a place of one height from its first line on', () => {
    const open = render(<StreamingMarkdown source={'```mermaid\ngraph TD\n'} isWhole={false} />).container
    expect(open.querySelector('.md-diagram')?.textContent).toContain('graph TD')
    cleanup()
    const whole = render(<StreamingMarkdown source={'```mermaid\ngraph TD\n```\n'} isWhole />).container
    expect(whole.querySelector('.md-diagram pre')?.textContent).toContain('graph TD')
  })

  it('cuts only where a block has ended, and loses nothing', () => {
    const blocks = splitBlocks(ANSWER)
    expect(blocks.map((block) => block.text).join('')).toBe(ANSWER)
    expect(blocks.find((block) => block.text.startsWith('1.'))?.text).toContain('still the second')
    expect(blocks.find((block) => block.text.startsWith('```'))?.text).toContain('not bold')
  })

  it.each([
    ['paragraphs', 'Some words that fill a line of an ordinary paragraph, more or less.\n\n'],
    ['a tight list', '- an item of a list that goes on and on\n'],
    ['a loose list', '- an item of a list that goes on and on\n\n'],
    ['sections', '## A heading\n\nA paragraph.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n'],
  ])('reads no more for the last tenth of %s than for the first', (_, piece) => {
    const source = piece.repeat(Math.ceil(60_000 / piece.length))
    const tenth = source.length / 10
    const first = lexedBetween(source, 0, tenth)
    const last = lexedBetween(source, source.length - tenth, source.length)
    expect(last).toBeLessThan(first * 1.5)
  })
})

/** Characters given to the lexer while a text grows from one length to another in steps of 60: what changed is read again. */
function lexedBetween(source: string, from: number, to: number): number {
  let known = new Map<number, string>(splitBlocks(source.slice(0, from)).map(({ at, text }) => [at, text]))
  let lexed = 0
  for (let end = from; end <= to; end += 60) {
    const blocks = splitBlocks(source.slice(0, end))
    for (const { at, text } of blocks) if (known.get(at) !== text) lexed += text.length
    known = new Map(blocks.map(({ at, text }) => [at, text]))
  }
  return lexed
}
