import { AppError } from '../../core/kernel/errors.ts'
import { sha256Hex } from '../../core/stats/sha256.ts'
import type { Guest } from '../../ports/identity.ts'
import type { Ctx, Ports } from '../context.ts'

const LINK_TTL_MS = 10 * 60_000
const LINK_BYTES = 32

type Needs = Pick<Ports, 'identity' | 'ids'>

/** A new guest with a tenant of their own; made by the first question, not by the first look. */
export async function createGuest(ports: Needs): Promise<Guest> {
  const guest = { id: ports.ids.next('guest'), tenantId: ports.ids.next('tenant') }
  await ports.identity.createGuest(guest)
  return guest
}

/** A link that carries the guest to another device: works once, within ten minutes. `path` is a page of this product. */
export async function createDeviceLink(
  ctx: Ctx<'identity' | 'ids'>,
  path: string,
): Promise<{ token: string; expiresInS: number }> {
  if (ctx.actor.kind !== 'guest') throw new AppError('FORBIDDEN', 'Only guests of the browser can be carried over.')
  const token = ctx.ids.secret(LINK_BYTES)
  const guestId = ctx.actor.guestId
  await ctx.identity.createDeviceLink({ tokenHash: sha256Hex(token), guestId, path, ttlMs: LINK_TTL_MS })
  return { token, expiresInS: LINK_TTL_MS / 1000 }
}

/** Whether the link still works, without using it up: link previews only look. */
export async function peekDeviceLink(ports: Needs, token: string): Promise<{ path: string } | null> {
  return ports.identity.peekDeviceLink(sha256Hex(token))
}

/** Uses the link up: who the visitor is from now on, and where to go. LINK_USED when it was used or has expired. */
export async function redeemDeviceLink(ports: Needs, token: string): Promise<{ guest: Guest; path: string }> {
  const redeemed = await ports.identity.redeemDeviceLink(sha256Hex(token))
  const guest = redeemed && (await ports.identity.getGuest(redeemed.guestId))
  if (!redeemed || !guest) throw new AppError('LINK_USED')
  return { guest, path: redeemed.path }
}
