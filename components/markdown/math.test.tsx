import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Markdown } from './markdown.tsx'

afterEach(cleanup)

const show = (source: string) => render(<Markdown source={source} />).container
const formulas = (source: string) =>
  [...show(source).querySelectorAll('math annotation')].map((formula) => formula.textContent)

describe('formulas', () => {
  it.each([
    ['the sum $a_1 + b$ and more', ['a_1 + b']],
    ['energy \\(E = mc^2\\) it is', ['E = mc^2']],
    ['so $$x^2$$ it is', ['x^2']],
    ['so\n$$\nx^2 \\\\\ny\n$$\nit is', ['x^2 \\\\\ny']],
    ['\\[ \\frac{a}{b} \\]', ['\\frac{a}{b}']],
    ['($n$), "$m$" and $x$-axis', ['n', 'm', 'x']],
    ['- a list with $x$\n- and\n\n  $$y$$', ['x', 'y']],
    ['| a |\n|---|\n| $x$ |', ['x']],
    ['a price of $5 and $x$', ['x']],
    ['$f(x) = \\text{cost in \\$}$', ['f(x) = \\text{cost in \\$}']],
  ])('are found in %j', (source, found) => {
    expect(formulas(source)).toEqual(found)
  })

  it.each([
    'between $5 and $10',
    'from $5-$10, or US$7',
    '$1,000/$2,000 a month',
    '$5 or 10$ a head',
    'costs $ 5 and 6 $',
    'echo $HOME and $PATH',
    'escaped \\$x\\$',
    'in `$x$` code',
    '```\n$$x$$\n```',
    'see \\[1\\] and \\(not math here\\)',
    '$$',
    '$$$$ and $$ to $$$',
    '$5',
  ])('are not seen in %j', (source) => {
    expect(show(source).querySelector('math')).toBeNull()
  })

  it('that cannot be read are shown as they were written', () => {
    const page = show('an odd $\\frac{1$ thing, and $\\nosuchcommand{x}$')
    expect(page.textContent).toContain('\\frac{1')
    expect(page.textContent).toContain('\\nosuchcommand{x}')
  })

  it('do not expand without end and do not grow without bounds', () => {
    expect(show('$\\def\\x{\\x\\x}\\x$').textContent).toContain('\\def')
    const rule = show('$\\rule{99999em}{99999em}$').innerHTML
    expect(rule).not.toContain('99999em;')
  })

  it('lead nowhere and load nothing', () => {
    const page = show('$\\href{https://example.com}{x}$ $\\includegraphics{https://example.com/x.png}$')
    expect(page.querySelector('a, img, [href], [src]')).toBeNull()
  })
})
