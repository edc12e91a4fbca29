import { AppError } from '../core/kernel/errors.ts'
import { problemResponse } from './problem.ts'

/**
 * The answer to an address that is not percent-encoded UTF-8, or null for any other. Next would answer such an address
 * with a bare 500 before our routes are reached, so this is asked by the middleware.
 */
export function refuseUnreadablePath(request: Request, stamp: { requestId: string; now: number }): Response | null {
  try {
    decodeURIComponent(new URL(request.url).pathname)
    return null
  } catch {
    const meta = { ...stamp, appUrl: null, method: request.method, accept: request.headers.get('accept') }
    const response = problemResponse(new AppError('NOT_FOUND', 'This address cannot be read.'), meta)
    response.headers.set('x-request-id', stamp.requestId)
    response.headers.set('cache-control', 'private, no-store')
    return response
  }
}
