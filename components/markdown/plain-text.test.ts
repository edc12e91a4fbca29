import { describe, expect, it } from 'vitest'
import { plainText } from './plain-text.ts'
import { ANSWER } from './streaming.fixture.ts'

describe('plain text', () => {
  it('keeps what was said and none of the marks', () => {
    const text = plainText(ANSWER)
    expect(text).not.toMatch(/\*\*b|\*\*a|^#|~~|`|\]\(|\$\$/m)
    expect(text).toMatch(/^Bottom line: a relational database is the safer default, says the manual \(https:/)
    expect(text).toContain('SQL\tNoSQL')
    expect(text).toContain("where b = '**not bold**'")
    expect(text).toContain('It costs $5 and then $10.')
  })

  it.each([
    ['- one\n- two\n  - deep', '- one\n- two\n  - deep'],
    ['3. three\n4. four', '3. three\n4. four'],
    ['- [x] done\n- [ ] open', '- [x] done\n- [ ] open'],
    ['## Head\n\nText  \nnext', 'Head\n\nText\nnext'],
    ['> said\n> so', 'said\nso'],
    ['a **b** _c_ ~~d~~ `e`', 'a b c d e'],
    ['AT&amp;T &lt;b&gt;', 'AT&T <b>'],
    ['[mail](mailto:a@example.com) and <https://example.com>', 'mail (a@example.com) and https://example.com'],
    ['Source: [Boiling eggs](/sources/boiling-eggs#timing)', 'Source: Boiling eggs'],
    ['the sum $a+b$ is\n\n$$c$$', 'the sum a+b is\n\nc'],
    ['<b>raw</b>', '<b>raw</b>'],
  ])('of %j', (source, text) => {
    expect(plainText(source)).toBe(text)
  })
})
