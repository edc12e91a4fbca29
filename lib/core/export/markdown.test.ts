import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { Lexer, type Token } from 'marked'
import { describe, expect, it } from 'vitest'
import { FULL_RUN, runWithReviewersApart } from '../../../components/runs/fixtures.ts'
import { stateAt } from '../../../components/runs/recording.ts'
import { hydrate } from '../council/hydrate.ts'
import { readConversation } from '../importing/read.ts'
import { toMarkdown } from './markdown.ts'
import { asInlineText, asMarkdownText } from './markdown-text.ts'

const NOW = Date.UTC(2026, 10, 20, 12)

function markdownOf(name: string, changes: (file: { messages: Record<string, unknown>[] }) => void = () => {}): string {
  const file = JSON.parse(readFileSync(path.resolve(import.meta.dirname, `../importing/fixtures/${name}.json`), 'utf8'))
  changes(file)
  const conversation = readConversation(file, NOW)
  const turns = conversation.turns.map(({ question, createdAt, runs }) => ({
    id: '',
    parentRunId: null,
    question,
    createdAt,
    runs: runs.map(({ plan, events, calls }) => {
      const seed = { id: '', conversationId: '', turnId: '', question, plan, sourceRunId: null, createdAt }
      return { state: hydrate(seed, events, calls), events }
    }),
  }))
  return toMarkdown({ ...conversation, id: '', imported: null, activeRunId: null, turns })
}

describe('a Markdown export', () => {
  it('reads from the answer down to the evidence', () => {
    const text = markdownOf('original')
    const headings = text.split('\n').filter((line) => /^#{1,3} /.test(line))
    expect(headings).toEqual([
      '# Blue sky',
      '## Question 1',
      '### Final answer',
      '### Council',
      '### Ranking',
      '### Answers of the members',
      '### Reviews',
      '### What was not as it should be',
      '### Cost',
    ])
    expect(text).toContain('| 1 | claude-sonnet-4.5 |')
    expect(text).toContain('Imported ballot, not validated.')
    expect(text).toContain('tokens unknown, cost unknown')
  })

  it('names who really answered, in whose place, and says why', () => {
    const { seed } = FULL_RUN
    const whole = stateAt(FULL_RUN)
    const standIn = { name: 'Yew', demo: false, why: 'failed' as const }
    const calls = whole.calls.map((call) => (call.seat === 's2' ? { ...call, model: 'other/yew', standIn } : call))
    const why = { seat: 's2', model: 'other/yew', name: 'Yew', insteadOf: 'demo/skeptic', reason: 'empty' } as const
    const state = { ...whole, calls, reasons: [{ code: 'fallback_used' as const, ...why }] }
    const turn = { id: '', parentRunId: null, question: seed.question, createdAt: NOW, runs: [{ state, events: [] }] }
    const head = { id: '', title: 'T', createdAt: NOW, updatedAt: NOW, imported: null, activeRunId: null }
    const text = toMarkdown({ ...head, turns: [turn] })
    expect(text).toContain('#### Yew in place of Skeptic')
    expect(text).toContain('- Skeptic (demo/skeptic, offline demo, not a language model), then Yew (other/yew)')
    expect(text).toContain('- Skeptic sent an empty answer. Yew took its place.')
  })

  it('says of whoever only reviewed that they did', () => {
    const state = runWithReviewersApart()
    const turn = { id: '', parentRunId: null, question: state.question, createdAt: NOW, runs: [{ state, events: [] }] }
    const head = { id: '', title: 'T', createdAt: NOW, updatedAt: NOW, imported: null, activeRunId: null }
    const text = toMarkdown({ ...head, turns: [turn] })
    expect(text).toContain('- Elm (Elm), reviewer\n- Fir (Fir), reviewer')
    expect(text.match(/, reviewer$/gm)).toHaveLength(2)
    expect(text).toContain('#### Elm')
  })

  it('says where there is no answer', () => {
    expect(markdownOf('original-broken')).toContain('_There is none: the run was stopped._')
  })

  it('keeps its own headings whatever members write', () => {
    const plain = markdownOf('original')
    const spoilt = markdownOf('original', (file) => {
      file.messages[1]!.stage3 = {
        model: 'a/b',
        response: '# Ranking\n\nText\n---\n```\nnever closed\n# not a heading',
      }
    })
    const headings = (text: string) => text.match(/^#{1,3} .*$/gm)?.filter((line) => !line.includes('not a heading'))
    expect(headings(spoilt)).toEqual(headings(plain))
  })
})

const lex = (markdown: string): Token[] => new Lexer({ gfm: true }).lex(markdown)

function everyToken(value: unknown): Token[] {
  if (Array.isArray(value)) return value.flatMap(everyToken)
  if (value === null || typeof value !== 'object') return []
  const own = 'type' in value && 'raw' in value ? [value as Token] : []
  return [...own, ...Object.values(value).flatMap(everyToken)]
}

describe('text as Markdown', () => {
  it.each([
    [
      'keeps emphasis, lists and harmless links',
      '**bold**\n\n- [a](https://a.example)',
      '**bold**\n\n- [a](https://a.example)',
    ],
    ['escapes HTML', 'a <b onclick=x>', 'a &lt;b onclick=x>'],
    ['keeps HTML in code spans', 'use `<div>`', 'use `<div>`'],
    ['keeps HTML in fences', '```html\n<div>\n```', '```html\n<div>\n```'],
    ['closes an open fence', '~~~js\nx', '```js\nx\n```'],
    ['makes a fence longer than any inside', '~~~\n```\n~~~', '````\n```\n````'],
    ['shows no images', '![x](https://a.example/p.png)', '\\!\\[x](https://a.example/p.png)'],
    ['defuses links that run', '[x](javascript:alert)', '[x]\\(javascript:alert)'],
    ['puts headings below ours', '# Big', '##### Big'],
    ['keeps a line of dashes a line', 'Text\n---', 'Text\n\n---'],
  ])('%s', (_, text, expected) => {
    expect(asMarkdownText(text)).toBe(expected)
  })

  it('never yields HTML, an image, a running link, or a section heading above level five, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        '<script>',
        '<!--',
        '`',
        '``',
        '```',
        '~~~',
        '\n',
        '\n\n',
        '    ',
        '- ',
        '> ',
        '\\',
        '# ',
        '===',
        '---',
        '![',
        '](',
        ')',
      ],
      ...['[x]', 'javascript:x', '&lt;', '&#60;', 'a', ' ', '|', '[x]: javascript:y', '\t', '1. '],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const blocks = lex(`# Ours\n\n${asMarkdownText(pieces.join(''))}\n\n### After`)
        const tokens = everyToken(blocks)
        expect(tokens.filter((token) => token.type === 'html' || token.type === 'image')).toEqual([])
        expect(tokens.filter((token) => token.type === 'link' && /^\s*javascript:/i.test(token.href))).toEqual([])
        const headings = blocks.filter((block) => block.type === 'heading' && block.depth < 5)
        expect(headings.map((heading) => heading.raw.trim())).toEqual(['# Ours', '### After'])
      }),
      { numRuns: 3_000 },
    )
  })

  it('takes linear time for hostile text', () => {
    for (const text of [
      '`'.repeat(200_000),
      '` `` ``` '.repeat(50_000),
      '```\nx\n```\n'.repeat(30_000),
      '['.repeat(200_000),
    ]) {
      expect(asMarkdownText(text).length).toBeGreaterThan(0)
    }
  })

  it('in a line is not markup', () => {
    expect(asInlineText('a | *b*\n# c <d>')).toBe('a \\| \\*b\\* \\# c \\<d\\>')
  })
})
