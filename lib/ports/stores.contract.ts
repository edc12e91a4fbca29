import type { Plan } from '../core/council/types.ts'
import type { BranchStore } from './branches.ts'
import type { Catalogue } from './catalogue.ts'
import type { ConversationStore } from './conversations.ts'
import type { CouncilStore } from './councils.ts'
import type { IdentityStore } from './identity.ts'
import type { ImportStore } from './imports.ts'
import type { Ledger } from './ledger.ts'
import type { ProviderCheckStore } from './provider-checks.ts'
import type { RetentionStore } from './retention.ts'
import type { CommittedCall, NewRun, RunEnd, RunStore, StoredCall } from './runs.ts'
import type { TitleStore } from './titles.ts'

/** The stores of one empty database, as a contract suite is given them. */
export type Stores = {
  runs: RunStore
  branches: BranchStore
  conversations: ConversationStore
  identity: IdentityStore
  imports: ImportStore
  titles: TitleStore
  retention: RetentionStore
  councils: CouncilStore
  providerChecks: ProviderCheckStore
  catalogue: Catalogue
  ledger: Ledger
  close(): Promise<void>
}

export type OpenStores = () => Promise<Stores>

/** A moment for everything that only needs one. */
export const NOON = Date.UTC(2026, 10, 20, 12)

let minted = 0

/** An id that no other test of this process has. */
export function freshId(prefix: string): string {
  minted += 1
  return `${prefix}_${String(minted).padStart(8, '0')}`
}

/** A tenant of its own, so that tests of one suite do not see each other. */
export async function freshTenant(stores: Pick<Stores, 'identity'>): Promise<string> {
  const tenantId = freshId('tnt')
  await stores.identity.ensureTenant(tenantId)
  return tenantId
}

/** A first question of that tenant, changed as the test wants it. */
export function sampleRun(tenantId: string, changes: Partial<NewRun> = {}): NewRun {
  return {
    id: freshId('run'),
    conversationId: freshId('cnv'),
    turnId: freshId('trn'),
    question: 'Why is the sky blue?',
    plan: SAMPLE_PLAN,
    sourceRunId: null,
    createdAt: NOON,
    tenantId,
    newConversation: { title: 'The sky' },
    newTurn: { parentRunId: null },
    owner: 'owner-a',
    leaseMs: 60_000,
    idempotency: null,
    limits: null,
    ...changes,
  }
}

/** The call of seat s1 as it is while it runs, changed as the test wants it. */
export function sampleCall(changes: Partial<StoredCall> = {}): StoredCall {
  return {
    stage: 'first_opinions',
    seat: 's1',
    attempt: 1,
    model: 'demo/archivist',
    prompt: 'member@1',
    status: 'running',
    text: '',
    usage: null,
    cost: null,
    reason: null,
    startedAt: NOON + 10,
    endedAt: null,
    ...changes,
  }
}

export function sampleEnd(changes: Partial<RunEnd> = {}): RunEnd {
  return {
    status: 'completed',
    quality: 'full',
    answer: 'It scatters.',
    picoUsd: '0',
    tokens: 12,
    isCounted: true,
    ...changes,
  }
}

/** Creates a run and ends it with this outcome, and these calls. */
export async function endedRun(
  stores: Stores,
  run: NewRun,
  { calls = [], ...end }: Partial<RunEnd> & { calls?: CommittedCall[] } = {},
): Promise<NewRun> {
  const made = await stores.runs.create(run)
  if (made.outcome !== 'created') throw new Error(`run not created: ${made.outcome}`)
  const at = run.createdAt + 1_000
  await stores.runs.commit({
    runId: run.id,
    epoch: made.epoch,
    events: [{ type: 'run.failed', reasons: [], seq: 1, at }],
    calls,
    end: sampleEnd(end),
  })
  return run
}

const SAMPLE_PLAN: Plan = {
  version: 1,
  kind: 'council',
  council: 'quick',
  seats: [{ id: 's1', model: 'demo/archivist', name: 'Archivist', demo: true }],
  members: ['s1'],
  reviewers: [],
  chairman: 's1',
  minimumMembers: 1,
  seed: 'seed',
  limits: { firstTokenMs: 60_000, idleMs: 60_000, callMs: 180_000, retries: 1, answerChars: 262_144 },
  history: [],
  reused: [],
  startAt: 'first_opinions',
  estimate: { durationMs: null },
}
