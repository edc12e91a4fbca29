import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '../core/kernel/ids.ts'
import type { Guest } from '../ports/identity.ts'

/** Name of the cookie that makes a browser a guest. */
export const GUEST_COOKIE = 'lc_guest'

const YEAR_S = 365 * 24 * 3600

/** The attributes the guest cookie is set with; `appUrl` is the public address, null when it is not known. */
export function guestCookieOptions(appUrl: string | null) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: appUrl?.startsWith('https:') ?? false,
    path: '/',
    maxAge: YEAR_S,
  } as const
}

/** The cookie value of a guest: `<guest id>.<tenant id>.<HMAC-SHA256, base64url>`. */
export function signGuest(guest: Guest, key: string): string {
  return `${guest.id}.${guest.tenantId}.${macOf(guest, key).toString('base64url')}`
}

/** The guest a cookie value stands for, or null when its shape or signature is wrong. */
export function readGuest(cookie: string, key: string): Guest | null {
  const [id, tenantId, mac, ...rest] = cookie.split('.')
  if (!isId('guest', id) || !isId('tenant', tenantId) || !mac || rest.length > 0) return null
  const guest = { id, tenantId }
  const given = Buffer.from(mac, 'base64url')
  const expected = macOf(guest, key)
  return given.length === expected.length && timingSafeEqual(given, expected) ? guest : null
}

function macOf(guest: Guest, key: string): Buffer {
  return createHmac('sha256', key).update(`guest.v1:${guest.id}.${guest.tenantId}`).digest()
}
