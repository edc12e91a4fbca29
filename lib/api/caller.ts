import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '../core/kernel/errors.ts'
import { type Actor, OPERATOR_TENANT } from '../services/context.ts'
import { GUEST_COOKIE, readGuest } from './guest-cookie.ts'

/** Who calls, and whether a browser sent the proof by itself, so that the origin of the request matters. */
export type Caller = { actor: Actor; isCookie: boolean }

type Credentials = { secrets: { cookieKey: string }; apiToken: string | null }

/**
 * The caller of a request: the operator by `Authorization: Bearer`, else the guest by cookie, else null. A bearer that is
 * not the operator's is UNAUTHENTICATED even beside a good cookie; other schemes belong to a proxy in front of us.
 */
export function callerOf(headers: Headers, credentials: Credentials): Caller | null {
  const bearer = /^bearer(?:\s+(.*))?$/i.exec(headers.get('authorization') ?? '')
  if (bearer) return { actor: operatorOf(bearer[1]?.trim() ?? '', credentials.apiToken), isCookie: false }
  for (const cookie of cookiesNamed(GUEST_COOKIE, headers.get('cookie') ?? '')) {
    const guest = readGuest(cookie, credentials.secrets.cookieKey)
    if (guest) return { actor: { kind: 'guest', guestId: guest.id, tenantId: guest.tenantId }, isCookie: true }
  }
  return null
}

/** The caller of a request that needs one; throws UNAUTHENTICATED. */
export function requireCaller(headers: Headers, credentials: Credentials): Caller {
  const caller = callerOf(headers, credentials)
  if (caller) return caller
  throw new AppError('UNAUTHENTICATED', 'Send the API token as a bearer, or the cookie of a guest.')
}

function operatorOf(token: string, apiToken: string | null): Actor {
  if (apiToken && isEqual(token, apiToken)) return { kind: 'operator', tenantId: OPERATOR_TENANT }
  throw new AppError('UNAUTHENTICATED', 'This bearer token is not valid.', { isInvalidToken: true })
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function isEqual(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** Every value of a cookie: a sibling domain can set a second one of the same name before ours. */
function cookiesNamed(name: string, header: string): string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
