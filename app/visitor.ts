import 'server-only'
import { cookies } from 'next/headers'
import { GUEST_COOKIE, guestCookieOptions, readGuest, signGuest } from '@/lib/api/guest-cookie.ts'
import type { Guest } from '@/lib/ports/identity.ts'
import { container } from '@/lib/runtime/door.ts'
import type { Ctx } from '@/lib/services/context.ts'
import { createGuest } from '@/lib/services/identity/index.ts'

/** The verb context of whoever looks at this page; null before their first question. */
export async function visitorCtx(): Promise<Ctx | null> {
  const ports = await container()
  const guest = readGuest((await cookies()).get(GUEST_COOKIE)?.value ?? '', ports.secrets.cookieKey)
  return guest && { ...ports, actor: { kind: 'guest', guestId: guest.id, tenantId: guest.tenantId } }
}

/** The same for an action: the first question makes the guest. */
export async function visitorCtxOrNew(): Promise<Ctx> {
  const known = await visitorCtx()
  const ports = await container()
  // a good cookie may outlive its guest, where the data was deleted
  if (known?.actor.kind === 'guest' && (await ports.identity.getGuest(known.actor.guestId))) return known
  const guest = await createGuest(ports)
  await becomeGuest(guest)
  return { ...ports, actor: { kind: 'guest', guestId: guest.id, tenantId: guest.tenantId } }
}

/** Makes this browser that guest. Only in actions and route handlers. */
export async function becomeGuest(guest: Guest): Promise<void> {
  const { secrets, appUrl } = await container()
  ;(await cookies()).set(GUEST_COOKIE, signGuest(guest, secrets.cookieKey), guestCookieOptions(appUrl))
}
