import { serveExport } from '@/lib/api/conversations/export.ts'
import { exchange } from '@/lib/api/exchange.ts'
import { apiDoor } from '@/lib/runtime/door.ts'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

type Context = { params: Promise<{ id: string }> }

const serve = (request: Request, { params }: Context) =>
  exchange(request, apiDoor, async (exchanged) => serveExport(exchanged, (await params).id))

export { serve as DELETE, serve as GET, serve as HEAD, serve as OPTIONS, serve as PATCH, serve as POST, serve as PUT }
