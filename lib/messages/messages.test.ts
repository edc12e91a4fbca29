import compile from 'icu-minify/compile'
import { describe, expect, it } from 'vitest'
import { ERROR_TABLE } from '../core/kernel/errors.ts'
import { LANGUAGES, type Language } from '../core/settings/languages.ts'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import { clientMessages, loadMessages } from './load.ts'
import { CLIENT_NAMESPACES } from './types.ts'

const FILES: Record<Language, unknown> = { en, de, es, fr }

/** Every text of a file as `namespace.key` → text. */
function flat(tree: unknown, path: string[] = []): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path.join('.'), tree]])
  return new Map(Object.entries(tree as object).flatMap(([key, value]) => [...flat(value, [...path, key])]))
}

const KINDS = ['pound', 'select', 'plural', 'ordinal', 'number', 'date', 'time']

/** What a text needs to be formatted: `count plural`, `link tag`, with the choices of a select. */
function argumentsOf(text: string): string[] {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (!Array.isArray(node)) return
    const [name, kind, options] = node
    if (typeof name !== 'string') return
    if (node.length === 1) found.add(`${name} text`)
    else if (typeof kind === 'number' && kind > 0) {
      found.add(`${name} ${KINDS[kind]}${kind === 1 ? ` of ${Object.keys(options).sort()}` : ''}`)
      for (const branch of Object.values(options ?? {})) for (const part of [branch].flat(1)) visit(part)
    } else {
      found.add(`${name} tag`)
      for (const part of node.slice(1)) visit(part)
    }
  }
  const compiled = compile(text)
  if (Array.isArray(compiled)) for (const node of compiled) visit(node)
  return [...found].sort()
}

const english = flat(en)

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = flat(FILES[language])

  it('are the same as in English, no more and no fewer', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('take the same arguments as in English', () => {
    for (const [key, text] of texts)
      expect([key, argumentsOf(text)]).toEqual([key, argumentsOf(english.get(key) ?? '')])
  })

  it('say something, begin and end without blanks, and use the marks of good type', () => {
    for (const [key, text] of texts) {
      expect([key, text.trim()]).toEqual([key, text])
      expect([key, text]).not.toEqual([key, ''])
      expect([key, /['"]|\.\.\.|--/.exec(text)?.[0]]).toEqual([key, undefined])
    }
  })

  it('name only the plural forms that the language has, and always the last resort', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories as string[]
    for (const [key, text] of texts) {
      for (const [, body = ''] of text.matchAll(/plural,((?:[^{}]|\{[^{}]*\})*)\}/g)) {
        const named = [...body.matchAll(/(\S+)\s*\{/g)].map(([, form]) => form ?? '')
        expect([key, named.filter((form) => !form.startsWith('=') && !forms.includes(form))]).toEqual([key, []])
        expect([key, named]).toContainEqual(expect.arrayContaining(['other']))
      }
    }
  })

  it('have a sentence for every error code', () => {
    const problems = (FILES[language] as typeof en).problems
    for (const code of Object.keys(ERROR_TABLE)) expect(problems).toHaveProperty(code)
  })

  it('are sent to the browser only where it reads them', async () => {
    const sent = clientMessages(await loadMessages(language))
    expect(Object.keys(sent).sort()).toEqual([...CLIENT_NAMESPACES].sort())
  })
})

it('an argument that a translation forgot would be noticed', () => {
  expect(argumentsOf('{count, plural, one {# of {all}} other {#}} <b>{who}</b>')).toEqual([
    'all text',
    'b tag',
    'count plural',
    'who text',
  ])
})
