import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { preloadParts } from './growing-parts.tsx'
import { Markdown } from './markdown.tsx'
import { plainText } from './plain-text.ts'
import { StreamingMarkdown } from './streaming-markdown.tsx'

beforeAll(preloadParts)

/** Pieces that mean something to markdown, TeX, HTML or addresses, in any order. */
const PIECES = [
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '<',
    '>',
    '`',
    '```',
    '~~~',
    '$',
    '$$',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '*',
    '**',
    '_',
    '~~',
  ],
  ...[
    '# ',
    '- ',
    '1. ',
    '> ',
    '| ',
    '|',
    '---',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '\\',
    '&',
    ';',
    ':',
    '"',
    "'",
    '{',
    '}',
    '^',
    '=',
  ],
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt&#58;x',
    'data:text/html,x',
    'vbscript:x',
    'https://example.com',
    '/sources/blue-sky',
  ],
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=x>',
    '<style>',
    '<svg onload=x>',
    'mermaid',
    'ts',
    'const a = 1',
    'word',
  ],
  ...[
    '\\frac{1}{2}',
    '\\href{javascript:x}{y}',
    '\\url{javascript:x}',
    '\\includegraphics{x}',
    '\\style{a:b}{c}',
    '\\def\\x{\\x}\\x',
  ],
  ...[
    '\\color{red}',
    '\\begin{matrix}',
    '\\end{matrix}',
    '\u0000',
    '\u202e',
    '😀',
    '\ud800',
    '%%{init: {}}%%',
    'graph TD',
  ],
]
const source = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 60 })
  .map((parts) => parts.join(''))

const FORBIDDEN_TAGS = 'script, style, iframe, object, embed, form, link, base, svg image, animate, foreignObject'

/** Whatever came out that must not. */
function harmIn(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const harm = [...page.querySelectorAll(FORBIDDEN_TAGS)].map((element) => element.outerHTML)
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || name === 'src' || name === 'srcdoc') harm.push(`${name}=${value}`)
      if (/href/.test(name) && !/^(?:https?:\/\/|mailto:|\/sources\/)/i.test(value)) harm.push(`${name}=${value}`)
      if (name === 'style' && /url|expression|position|[<>@]/i.test(value)) harm.push(`${name}=${value}`)
    }
  }
  return harm
}

describe('whatever a model writes', () => {
  it('becomes text, formulas and safe links when it is finished', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(harmIn(renderToStaticMarkup(<Markdown source={text} />))).toEqual([])
      }),
      { numRuns: 250 },
    )
  }, 30_000)

  it('becomes the same wherever it is cut while it grows', () => {
    fc.assert(
      fc.property(source, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const cut = text.slice(0, Math.floor(text.length * share))
        expect(harmIn(renderToStaticMarkup(<StreamingMarkdown source={cut} isWhole={false} />))).toEqual([])
      }),
      { numRuns: 250 },
    )
  }, 30_000)

  it('can be copied as text', () => {
    fc.assert(
      fc.property(source, (text) => void plainText(text)),
      { numRuns: 250 },
    )
  }, 30_000)
})
