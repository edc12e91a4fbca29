import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

const FILE = /^(?:mermaid\.esm\.min\.mjs|chunks\/mermaid\.esm\.min\/[\w-]+\.mjs)$/

/** A file of Mermaid's browser build by its path in the package; null for any other. */
export async function readDiagramLibrary(name: string): Promise<string | null> {
  if (!FILE.test(name)) return null
  const folder = path.resolve(/*turbopackIgnore: true*/ process.cwd(), 'node_modules/mermaid/dist')
  try {
    return await readFile(path.join(/*turbopackIgnore: true*/ folder, name), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
