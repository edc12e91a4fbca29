import { diagramLibraryFile } from '@/lib/api/diagrams/frame.ts'
import { readDiagramLibrary } from '@/lib/runtime/diagram-library.ts'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

export async function GET(_request: Request, { params }: { params: Promise<{ file: string[] }> }) {
  return diagramLibraryFile(await readDiagramLibrary((await params).file.join('/')))
}
