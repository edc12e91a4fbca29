import type { RunState } from '../../core/council/state.ts'
import type { JobKind } from '../../ports/jobs.ts'
import type { DueTitle } from '../../ports/titles.ts'
import type { Ports } from '../context.ts'
import { TITLE_ATTEMPTS, writeTitle } from './write.ts'

const WRITE = 'conversation.title'
const SWEEP = 'conversation.titles_due'
const SWEEP_MAX = 100
/** Older ones are not worth a request any more: their first words have become familiar. */
const SWEEP_MS = 86_400_000

type Needs = Pick<Ports, 'titles' | 'models' | 'clock' | 'ids' | 'jobs'>

/** What writes titles: one job a conversation, and a look every five minutes for those that a crash left out. */
export function titleJobs(ports: Needs, { model }: { model: string | null }): JobKind[] {
  const write: JobKind = {
    ...{ name: WRITE, retries: TITLE_ATTEMPTS - 1, attemptMs: 60_000, atOnce: 3, schedule: null },
    work: ({ tenantId = '', conversationId = '' }, signal) =>
      writeTitle(ports, { tenantId, conversationId }, { model, signal }),
  }
  const sweep: JobKind = {
    ...{ name: SWEEP, retries: 0, attemptMs: 60_000, atOnce: 1, schedule: '*/5 * * * *' },
    async work() {
      const due = await ports.titles.due(ports.clock.now() - SWEEP_MS, SWEEP_MAX)
      for (const one of due) await sendTitle(ports, one)
    },
  }
  return [write, sweep]
}

/** Looks for titles that the last process left out. */
export function sendTitleSweep({ jobs }: Pick<Ports, 'jobs'>): Promise<void> {
  return jobs.send({ kind: SWEEP, key: 'start', data: {} })
}

/** Has a title written where this run was a conversation's first answer; the sweep finds what is lost here. */
export async function titleAfter(
  ports: Pick<Ports, 'jobs' | 'log'>,
  tenantId: string,
  { answer, plan, conversationId }: RunState,
): Promise<void> {
  if (answer === null || plan.history.length > 0) return
  try {
    await sendTitle(ports, { tenantId, conversationId })
  } catch (error) {
    ports.log.error('title.not_sent', error, { conversationId })
  }
}

function sendTitle(ports: Pick<Ports, 'jobs'>, { tenantId, conversationId }: DueTitle): Promise<void> {
  return ports.jobs.send({ kind: WRITE, key: conversationId, data: { tenantId, conversationId } })
}
