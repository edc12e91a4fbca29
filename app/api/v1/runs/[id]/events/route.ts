import { streamRun } from '@/lib/api/runs/events.ts'
import { serveById } from '../../../serve.ts'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

const serve = serveById(streamRun)

export { serve as DELETE, serve as GET, serve as HEAD, serve as OPTIONS, serve as PATCH, serve as POST, serve as PUT }
