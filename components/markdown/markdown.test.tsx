import { cleanup, render } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { Markdown } from './markdown.tsx'

afterEach(cleanup)

const show = (source: string) => render(<Markdown source={source} />).container

describe('markdown', () => {
  it('renders what models write: headings below the page, lists, tasks, tables, code with its language', () => {
    const page = show(
      '# Title\n\n1. one\n2. two\n\n- [x] done\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n```ts\nlet a = 1\n```',
    )
    expect(page.querySelector('h4')?.textContent).toBe('Title')
    expect(page.querySelector('h1, h2, h3')).toBeNull()
    expect(page.querySelectorAll('ol > li')).toHaveLength(2)
    expect(page.querySelector<HTMLInputElement>('li input')?.checked).toBe(true)
    expect(page.querySelectorAll('tbody td')).toHaveLength(2)
    expect(page.querySelector('figcaption')?.textContent).toContain('ts')
    expect(page.querySelector('pre code')?.textContent).toBe('let a = 1')
  })

  it('shows raw HTML as the text it is', () => {
    const page = show('<script>alert(1)</script>\n\nand <img src=x onerror=alert(1)> here\n\n<style>*{}</style>')
    expect(page.querySelector('script, img, style')).toBeNull()
    expect(page.textContent).toContain('<script>alert(1)</script>')
    expect(page.textContent).toContain('<img src=x onerror=alert(1)>')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#115;cript:alert(1)',
    '&#x6A;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<b>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/relative',
  ])('makes no link of %s', (href) => {
    expect(show(`[words](<${href}>) ![picture](<${href}>)`).querySelector('a')).toBeNull()
  })

  it('opens safe links in a new tab that knows nothing of this one, and images as links', () => {
    const links = show(
      '[a](https://example.com/?q=1&amp;r=2) ![b](http://example.com/x.png) <mailto:a@example.com>',
    ).querySelectorAll('a')
    expect([...links].map((link) => link.getAttribute('href'))).toEqual([
      'https://example.com/?q=1&r=2',
      'http://example.com/x.png',
      'mailto:a@example.com',
    ])
    for (const link of links) {
      expect(link.rel).toBe('noopener noreferrer nofollow')
      expect(link.target).toBe('_blank')
    }
  })

  it('resolves character references once', () => {
    expect(show('AT&amp;T &lt;b&gt; &amp;lt; &#128512; &#0; &unknown;').textContent).toBe(
      'AT&T <b> &lt; 😀 � &unknown;',
    )
  })

  it('needs no style attributes, which the content security policy refuses', () => {
    expect(renderToStaticMarkup(<Markdown source={'| a |\n|:-:|\n| 1 |\n\n1. x\n\n```\ny\n```'} />)).not.toContain(
      'style=',
    )
  })

  const HOSTILE: Record<string, string> = {
    'ten thousand quotes': '>'.repeat(10_000),
    'ten thousand brackets': '['.repeat(10_000),
    'half links': '[a]('.repeat(5_000),
    'list in list': Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
    'numbers in numbers': '1. '.repeat(3_000),
    'stars without end': '*a '.repeat(50_000),
    underscores: '_a'.repeat(60_000),
    'ticks of every length': Array.from({ length: 400 }, (_, length) => '`'.repeat(length)).join('a'),
    'a fence that never ends': `\`\`\`\n${'x\n'.repeat(50_000)}`,
    'one line of 250,000 characters': 'word '.repeat(50_000),
  }

  it.each(Object.entries(HOSTILE))(
    'stays safe and quick with %s',
    (_, source) => {
      const page = show(source)
      expect(page.textContent?.length).toBeGreaterThan(0)
    },
    5_000,
  )
})
