import compile from 'icu-minify/compile'
import type { Language } from '../core/settings/languages.ts'
import { CLIENT_NAMESPACES, type ClientMessages, type Messages } from './types.ts'

/** A language that lacks a text of the English file does not compile. */
const FILES: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import('./en.json', { with: { type: 'json' } }),
  de: () => import('./de.json', { with: { type: 'json' } }),
  es: () => import('./es.json', { with: { type: 'json' } }),
  fr: () => import('./fr.json', { with: { type: 'json' } }),
}

const loaded = new Map<Language, Promise<Messages>>()

/**
 * All texts of one language, read and compiled once a process: where a text has arguments its place holds what
 * `use-intl/format-message/format-only` formats, so that no parser is sent to the browser.
 */
export function loadMessages(language: Language): Promise<Messages> {
  const known = loaded.get(language)
  if (known) return known
  // the compiler's objects have no prototype, which React does not hand to the browser
  const messages = FILES[language]().then((file): Messages => JSON.parse(JSON.stringify(compileAll(file.default))))
  loaded.set(language, messages)
  return messages
}

/** The part of the texts that the browser gets. */
export function clientMessages(messages: Messages): ClientMessages {
  return Object.fromEntries(CLIENT_NAMESPACES.map((name) => [name, messages[name]])) as ClientMessages
}

type Tree = { [key: string]: string | Tree }

function compileAll(tree: Tree): unknown {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? compile(value) : compileAll(value)]),
  )
}
