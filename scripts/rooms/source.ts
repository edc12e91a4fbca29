import { parseAst } from 'vitest/node'
import { type Node, type Text, textsOf } from './texts.ts'

export type ImportUse = {
  specifier: string
  line: number
  /** True where nothing of it is left at run time. `import { type X }` is not: it keeps the module's side effects. */
  typesOnly: boolean
}

export type Source = {
  path: string
  lines: number
  imports: ImportUse[]
  /** `Date.now`, `process.env`, `vi.mock` and the like, with the line of each. */
  uses: { name: string; line: number }[]
  /** What people would read. */
  texts: Text[]
  defaultExportLine: number | null
  /** Only types: nothing that could run. */
  isErased: boolean
  /** The specifier of the first statement when that is a bare import. */
  firstImport: string | null
}

const ERASED = new Set(['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'TSDeclareFunction', 'EmptyStatement'])

/**
 * Reads one file with the parser that Vitest ships. Neither regular expressions nor TypeScript 7 (no JavaScript API)
 * can tell an apostrophe in JSX from a string, and dependency-cruiser finds nothing under TypeScript 7.
 */
export function readSource(path: string, text: string): Source {
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.mjs') ? 'js' : 'ts'
  const program = parseAst(text, { lang, astType: 'ts', sourceType: 'module' } as never) as unknown as { body: Node[] }
  const lineOf = lineFinder(text)
  const source: Source = {
    path,
    lines: text.replace(/\n$/, '').split('\n').length,
    imports: [],
    uses: [],
    texts: [],
    defaultExportLine: null,
    isErased: program.body.every(isErased),
    firstImport: bareImport(program.body.find((node) => typeof node.directive !== 'string')),
  }
  for (const statement of program.body) visit(statement, (node) => collect(node, source, lineOf))
  return source
}

function collect(node: Node, source: Source, lineOf: (offset: number) => number): void {
  const line = lineOf(node.start)
  for (const { text, start } of textsOf(node)) source.texts.push({ text, line: lineOf(start) })
  const found = importOf(node)
  if (found) source.imports.push({ ...found, line })
  if (node.type === 'ExportDefaultDeclaration') source.defaultExportLine = line
  if (node.type === 'MemberExpression') {
    const name = `${nameOf(node.object)}.${nameOf(node.property)}`
    source.uses.push({ name: name.replace(/^(globalThis|window)\./, ''), line })
  }
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'fetch') source.uses.push({ name: 'fetch', line })
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && (node.arguments as []).length === 0)
    source.uses.push({ name: 'new Date()', line })
}

function importOf(node: Node): Omit<ImportUse, 'line'> | null {
  const text = (value: unknown) => ((value as Node | null)?.value as string | undefined) ?? null
  const found = (specifier: string | null, typesOnly: boolean) => (specifier === null ? null : { specifier, typesOnly })
  switch (node.type) {
    case 'ImportDeclaration':
      return found(text(node.source), node.importKind === 'type')
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return found(text(node.source), node.exportKind === 'type')
    case 'ImportExpression':
      return found(text(node.source), false)
    case 'TSImportType':
      return found(text(node.source), true)
    case 'TSImportEqualsDeclaration':
      return found(text((node.moduleReference as Node).expression), node.importKind === 'type')
    case 'CallExpression':
      return nameOf(node.callee) === 'require' ? found(text((node.arguments as Node[])[0]), false) : null
    default:
      return null
  }
}

function isErased(node: Node): boolean {
  if (ERASED.has(node.type)) return true
  if (node.type === 'ImportDeclaration') return node.importKind === 'type'
  if (node.type === 'ExportAllDeclaration') return node.exportKind === 'type'
  if (node.type !== 'ExportNamedDeclaration') return false
  return node.exportKind === 'type' || (node.declaration ? ERASED.has((node.declaration as Node).type) : false)
}

function bareImport(node: Node | undefined): string | null {
  if (node?.type !== 'ImportDeclaration' || (node.specifiers as []).length > 0) return null
  return (node.source as Node).value as string
}

/** `a`, `a.b` or `'a'` (of `x['a']`) as text; anything else as a question mark. */
function nameOf(value: unknown): string {
  const node = value as Node
  if (node.type === 'Identifier') return node.name as string
  if (node.type === 'Literal') return String(node.value)
  if (node.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`
  return '?'
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see)
  else if (value !== null && typeof value === 'object') {
    if (typeof (value as Node).type === 'string') see(value as Node)
    for (const child of Object.values(value)) if (typeof child === 'object') visit(child, see)
  }
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
