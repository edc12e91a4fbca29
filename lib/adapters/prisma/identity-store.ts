import 'server-only'
import { cleanText } from '../../core/kernel/text.ts'
import type { Guest, IdentityStore } from '../../ports/identity.ts'
import type { Database } from './database.ts'
import { step } from './failure.ts'
import { isStorable } from './sql.ts'

type Client = Database['prisma']
type Link = Parameters<IdentityStore['createDeviceLink']>[0]

/** Guests and device links, over the Prisma client; whatever compares times asks the database's clock. */
export function createIdentityStore({ prisma }: Pick<Database, 'prisma'>): IdentityStore {
  return {
    createGuest: ({ id, tenantId }) =>
      step('identity.createGuest', async () => {
        await prisma.guest.create({ data: { id, tenant: { create: { id: tenantId } } } })
      }),
    getGuest: (id) => step('identity.getGuest', () => findGuest(prisma, id)),
    ensureTenant: (id) =>
      step('identity.ensureTenant', async () => {
        await prisma.tenant.createMany({ data: [{ id }], skipDuplicates: true })
      }),
    createDeviceLink: (link) => step('identity.createDeviceLink', () => createLink(prisma, link)),
    peekDeviceLink: (tokenHash) => step('identity.peekDeviceLink', () => peekLink(prisma, tokenHash)),
    redeemDeviceLink: (tokenHash) => step('identity.redeemDeviceLink', () => redeemLink(prisma, tokenHash)),
  }
}

async function findGuest(prisma: Client, id: string): Promise<Guest | null> {
  if (!isStorable(id)) return null
  return prisma.guest.findUnique({ where: { id }, select: { id: true, tenantId: true } })
}

/** Each new link sweeps away those that expired a day ago. */
async function createLink(prisma: Client, { tokenHash, guestId, path, ttlMs }: Link): Promise<void> {
  await prisma.$executeRaw`
    with swept as (delete from device_link where expires_at < now() - interval '1 day')
    insert into device_link (token_hash, guest_id, path, expires_at)
    values (${tokenHash}, ${guestId}, ${cleanText(path)}, now() + ${ttlMs}::float8 * interval '1 ms')`
}

async function peekLink(prisma: Client, tokenHash: string): Promise<{ path: string } | null> {
  const rows = await prisma.$queryRaw<{ path: string }[]>`
    select path from device_link where token_hash = ${tokenHash} and used_at is null and expires_at > now()`
  return rows[0] ?? null
}

/** Of any number of parallel uses exactly one updates the row. */
async function redeemLink(prisma: Client, tokenHash: string): Promise<{ guestId: string; path: string } | null> {
  const rows = await prisma.$queryRaw<{ guestId: string; path: string }[]>`
    update device_link set used_at = now()
    where token_hash = ${tokenHash} and used_at is null and expires_at > now()
    returning guest_id as "guestId", path`
  return rows[0] ?? null
}
