import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './lib/api/security-headers.ts'
import { refuseUnreadablePath } from './lib/api/unreadable-path.ts'

/**
 * Headers only, never authorization: a nonce for this response's own scripts and the policy that names it. Addresses that
 * are not UTF-8 are refused here, because Next fails on them before any route is reached.
 */
export function middleware(request: NextRequest) {
  const refused = refuseUnreadablePath(request, { requestId: `req_${crypto.randomUUID()}`, now: Date.now() })
  if (refused) return refused
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  matcher: [
    { source: '/((?!api/|diagram/|_next/static|_next/image|health|ready|icon.svg|favicon.ico).*)' },
    { source: '/api/(.*%.*)' },
  ],
}
