import { diagramFrame } from '@/lib/api/diagrams/frame.ts'
import { container } from '@/lib/runtime/door.ts'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

export async function GET() {
  return diagramFrame((await container()).ids.secret(18))
}
