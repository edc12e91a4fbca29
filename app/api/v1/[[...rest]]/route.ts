import { exchange } from '@/lib/api/exchange.ts'
import { handleApi } from '@/lib/api/handler.ts'
import { apiDoor } from '@/lib/runtime/door.ts'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

const serve = (request: Request) => exchange(request, apiDoor, handleApi)

export { serve as DELETE, serve as GET, serve as HEAD, serve as OPTIONS, serve as PATCH, serve as POST, serve as PUT }
