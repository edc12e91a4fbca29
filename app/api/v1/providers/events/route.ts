import { exchange } from '@/lib/api/exchange.ts'
import { streamProviders } from '@/lib/api/providers/events.ts'
import { apiDoor } from '@/lib/runtime/door.ts'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

const serve = (request: Request) => exchange(request, apiDoor, streamProviders)

export { serve as DELETE, serve as GET, serve as HEAD, serve as OPTIONS, serve as PATCH, serve as POST, serve as PUT }
