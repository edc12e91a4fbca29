import { cleanup, render } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { highlight } from './highlight.ts'
import { Markdown } from './markdown.tsx'

afterEach(cleanup)

describe('code', () => {
  it('has the colours of its language and stays the same text', () => {
    const code = "const name: string = 'a' + b // <b>\nreturn 'x'"
    const page = render(<Markdown source={`\`\`\`ts\n${code}\n\`\`\``} />).container
    expect(page.querySelector('pre code')?.textContent).toBe(code)
    expect(page.querySelector('.hl-keyword')?.textContent).toBe('const')
    expect(page.querySelector('.hl-comment')?.textContent).toBe('// <b>')
    expect(page.querySelector('figcaption')?.textContent).toBe('ts')
  })

  it('of a language nobody knows is plain', () => {
    expect(highlight('a = 1', 'nosuchlanguage')).toBeNull()
    const page = render(<Markdown source={'```nosuchlanguage\na = 1\n```'} />).container
    expect(page.querySelector('pre code')?.innerHTML).toBe('a = 1')
  })

  it('loses no character to colours, whatever it holds', () => {
    const languages = ['ts', 'jsx', 'python', 'bash', 'json', 'sql', 'html', 'css', 'yaml', 'c++', 'rust', 'diff']
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.string({ maxLength: 200, unit: 'binary' }), (language, code) => {
        const pieces = highlight(code, language)
        expect(pieces?.map((piece) => piece.text).join('')).toBe(code)
      }),
    )
  }, 30_000)
})
