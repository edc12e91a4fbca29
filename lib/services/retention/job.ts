import type { JobKind } from '../../ports/jobs.ts'
import type { Ports } from '../context.ts'

type Needs = Pick<Ports, 'retention' | 'clock' | 'log'>

const DAY_MS = 86_400_000
/** A client that repeats a request does so within seconds; two days leave room for one that was switched off. */
const KEYS_MS = 2 * DAY_MS
const LINKS_MS = DAY_MS
/** A conversation takes its turns, runs, calls and events with it. */
const CONVERSATIONS_AT_ONCE = 20
const ROWS_AT_ONCE = 1_000
/** Between two steps, so that whoever waits for the one session of the embedded database gets it. */
const PAUSE_MS = 25

/** Deletes every night what has been kept long enough; `removedDays` is how long a removed conversation can be restored. */
export function retentionJob(ports: Needs, { removedDays }: { removedDays: number }): JobKind {
  return {
    ...{ name: 'retention', retries: 2, attemptMs: 1_800_000, atOnce: 1, schedule: '17 3 * * *' },
    async work(_data, signal) {
      const { retention } = ports
      const now = ports.clock.now()
      const removed = now - removedDays * DAY_MS
      const until = { ports, signal }
      const stopped = await retention.stopRemoved(removed)
      const conversations = await inSteps(until, CONVERSATIONS_AT_ONCE, (n) => retention.purgeConversations(removed, n))
      const keys = await inSteps(until, ROWS_AT_ONCE, (n) => retention.forgetKeys(now - KEYS_MS, n))
      const links = await inSteps(until, ROWS_AT_ONCE, (n) => retention.forgetLinks(now - LINKS_MS, n))
      ports.log.info('retention.done', { conversations, keys, links, stopped })
    },
  }
}

/** Repeats a step until it finds less than it may take; answers how much there was in all. */
async function inSteps(
  { ports, signal }: { ports: Needs; signal: AbortSignal },
  limit: number,
  take: (limit: number) => Promise<number>,
): Promise<number> {
  let total = 0
  for (;;) {
    signal.throwIfAborted()
    const taken = await take(limit)
    total += taken
    if (taken < limit) return total
    await new Promise<void>((resolve) => ports.clock.after(PAUSE_MS, resolve))
  }
}
