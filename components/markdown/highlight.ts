import highlighter from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import csharp from 'highlight.js/lib/languages/csharp'
import css from 'highlight.js/lib/languages/css'
import diff from 'highlight.js/lib/languages/diff'
import go from 'highlight.js/lib/languages/go'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import kotlin from 'highlight.js/lib/languages/kotlin'
import php from 'highlight.js/lib/languages/php'
import python from 'highlight.js/lib/languages/python'
import ruby from 'highlight.js/lib/languages/ruby'
import rust from 'highlight.js/lib/languages/rust'
import sql from 'highlight.js/lib/languages/sql'
import swift from 'highlight.js/lib/languages/swift'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'

const LANGUAGES = {
  ...{ bash, c, cpp, csharp, css, diff, go, ini, java, javascript, json },
  ...{ kotlin, php, python, ruby, rust, sql, swift, typescript, xml, yaml },
}
for (const [name, language] of Object.entries(LANGUAGES)) highlighter.registerLanguage(name, language)

/** A stretch of code and what it is; null is plain. */
export type CodePiece = { text: string; kind: CodeKind | null }
export type CodeKind = 'keyword' | 'string' | 'number' | 'comment' | 'name' | 'type' | 'added' | 'removed'

const KINDS: Record<string, CodeKind> = {
  keyword: 'keyword',
  literal: 'number',
  number: 'number',
  symbol: 'number',
  string: 'string',
  regexp: 'string',
  char: 'string',
  comment: 'comment',
  doctag: 'comment',
  quote: 'comment',
  meta: 'comment',
  title: 'name',
  attr: 'name',
  attribute: 'name',
  section: 'name',
  name: 'keyword',
  'selector-tag': 'keyword',
  'selector-class': 'name',
  'selector-id': 'name',
  built_in: 'type',
  type: 'type',
  class: 'type',
  'template-variable': 'type',
  addition: 'added',
  deletion: 'removed',
}

/** Longer code stays plain: colours are not worth a pause. */
const MAX_CHARS = 20_000

type Scope = { scope?: string; children: (Scope | string)[] }

/** Code cut into pieces of one colour, which joined are the code; null for a language that is not known here. */
export function highlight(code: string, language: string): CodePiece[] | null {
  const name = language.toLowerCase()
  if (code.length > MAX_CHARS || !highlighter.getLanguage(name)) return null
  try {
    const { _emitter: emitter } = highlighter.highlight(code, { language: name, ignoreIllegals: true })
    const pieces: CodePiece[] = []
    collect((emitter as unknown as { rootNode: Scope }).rootNode, null, pieces)
    return pieces
  } catch {
    return null
  }
}

function collect(node: Scope | string, kind: CodeKind | null, into: CodePiece[]): void {
  if (typeof node === 'string') {
    const last = into.at(-1)
    if (last?.kind === kind) last.text += node
    else into.push({ text: node, kind })
    return
  }
  // "title.function" is a title; what is substituted into a string is code again
  const scope = node.scope?.split('.')[0] ?? ''
  const inner = scope === 'subst' ? null : (KINDS[scope] ?? kind)
  for (const child of node.children) collect(child, inner, into)
}
