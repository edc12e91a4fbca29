import { describe, expect, it } from 'vitest'
import { readDiagramLibrary } from './diagram-library.ts'

describe('the drawing library', () => {
  it('is read file by file', async () => {
    const entry = await readDiagramLibrary('mermaid.esm.min.mjs')
    const chunk = /chunks\/mermaid\.esm\.min\/[\w-]+\.mjs/.exec(entry ?? '')?.[0] ?? ''
    expect(await readDiagramLibrary(chunk)).not.toBeNull()
  })

  it.each([
    '../package.json',
    'chunks/mermaid.esm.min/../../package.json',
    'chunks/mermaid.esm.min/..%2f..%2fpackage.json',
    'mermaid.js',
    '',
    '/etc/passwd',
    'chunks/mermaid.esm.min/none.mjs',
  ])('has no file %j', async (name) => {
    expect(await readDiagramLibrary(name)).toBeNull()
  })
})
