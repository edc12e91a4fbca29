import { serveExport } from '@/lib/api/conversations/export.ts'
import { serveById } from '../../../serve.ts'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

const serve = serveById(serveExport)

export { serve as DELETE, serve as GET, serve as HEAD, serve as OPTIONS, serve as PATCH, serve as POST, serve as PUT }
