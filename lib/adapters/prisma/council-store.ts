import 'server-only'
import type { SeatChoice, Voting } from '../../core/council/choice.ts'
import { cleanText } from '../../core/kernel/text.ts'
import type {
  CouncilEditOutcome,
  CouncilStore,
  NewCouncil,
  NewCouncilOutcome,
  StoredCouncil,
} from '../../ports/councils.ts'
import type { Database } from './database.ts'
import { step } from './failure.ts'
import type { Council } from './generated/client.ts'
import { isStorable } from './sql.ts'

type Client = Database['prisma']

/** Councils, over the Prisma client. */
export function createCouncilStore({ prisma }: Pick<Database, 'prisma'>): CouncilStore {
  return {
    create: (council) => step('councils.create', () => createCouncil(prisma, council)),
    get: (tenantId, id) => step('councils.get', () => findCouncil(prisma, tenantId, id)),
    list: (tenantId) =>
      step('councils.list', async () => {
        const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]
        return (await prisma.council.findMany({ where: { tenantId }, orderBy })).map(toCouncil)
      }),
    update: (tenantId, id, edit) => step('councils.update', () => updateCouncil(prisma, { tenantId, id }, edit)),
    remove: (tenantId, id, expected) =>
      step('councils.remove', () => removeCouncil(prisma, { tenantId, id }, expected)),
  }
}

async function createCouncil(prisma: Client, given: NewCouncil): Promise<NewCouncilOutcome> {
  const { id, tenantId, name, seats, at, limit } = given
  const repeated = await findRepeated(prisma, given)
  if (repeated) return repeated
  if ((await prisma.council.count({ where: { tenantId } })) >= limit) return { outcome: 'full' }
  if (!(await prisma.tenant.findUnique({ where: { id: tenantId }, select: { id: true } }))) {
    return { outcome: 'tenant_missing' }
  }
  const key = given.idempotency && cleanText(given.idempotency.key)
  const data = { id, tenantId, ...columns(name, seats), createdAt: new Date(at), updatedAt: new Date(at) }
  // Of several requests with one key the first row stands; the others find it.
  const [row] = await prisma.council.createManyAndReturn({
    data: [{ ...data, idempotencyKey: key, bodyHash: given.idempotency?.bodyHash ?? null }],
    skipDuplicates: true,
  })
  if (row) return { outcome: 'created', council: toCouncil(row) }
  return (await findRepeated(prisma, given)) ?? { outcome: 'key_mismatch' }
}

async function findRepeated(prisma: Client, { tenantId, idempotency }: NewCouncil): Promise<NewCouncilOutcome | null> {
  if (!idempotency) return null
  const row = await prisma.council.findUnique({
    where: { tenantId_idempotencyKey: { tenantId, idempotencyKey: cleanText(idempotency.key) } },
  })
  if (!row) return null
  if (row.bodyHash !== idempotency.bodyHash) return { outcome: 'key_mismatch' }
  return { outcome: 'repeated', council: toCouncil(row) }
}

async function findCouncil(prisma: Client, tenantId: string, id: string): Promise<StoredCouncil | null> {
  if (!isStorable(id)) return null
  const row = await prisma.council.findUnique({ where: { id, tenantId } })
  return row && toCouncil(row)
}

type Place = { tenantId: string; id: string }

/** One statement compares and writes, so that of two editors with the same version only one comes through. */
async function updateCouncil(
  prisma: Client,
  place: Place,
  { name, seats, at, expected }: Parameters<CouncilStore['update']>[2],
): Promise<CouncilEditOutcome> {
  if (!isStorable(place.id)) return { outcome: 'missing' }
  const [row] = await prisma.council.updateManyAndReturn({
    where: { ...place, ...(expected === null ? {} : { version: expected }) },
    data: { ...columns(name, seats), updatedAt: new Date(at), version: { increment: 1 } },
  })
  return row ? { outcome: 'done', council: toCouncil(row) } : whatStands(prisma, place)
}

async function removeCouncil(prisma: Client, place: Place, expected: number | null): Promise<CouncilEditOutcome> {
  const council = await findCouncil(prisma, place.tenantId, place.id)
  if (!council) return { outcome: 'missing' }
  const { count } = await prisma.council.deleteMany({
    where: { ...place, ...(expected === null ? {} : { version: expected }) },
  })
  return count === 1 ? { outcome: 'done', council } : whatStands(prisma, place)
}

async function whatStands(prisma: Client, { tenantId, id }: Place): Promise<CouncilEditOutcome> {
  const council = await findCouncil(prisma, tenantId, id)
  return council ? { outcome: 'conflict', council } : { outcome: 'missing' }
}

function columns(name: string, { members, chairman, voting, reviewers }: SeatChoice) {
  return { name: cleanText(name), members: members.map(cleanText), chairman: cleanText(chairman), voting, reviewers }
}

function toCouncil(row: Council): StoredCouncil {
  const { id, name, members, chairman, reviewers, version } = row
  const [createdAt, updatedAt] = [row.createdAt.getTime(), row.updatedAt.getTime()]
  return { id, name, members, chairman, voting: row.voting as Voting, reviewers, version, createdAt, updatedAt }
}
