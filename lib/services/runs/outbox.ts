import type { RunEvent } from '../../core/council/events.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { CommittedCall, RunEnd, RunStore } from '../../ports/runs.ts'

const RETRY_MS = 1_000

export type Outbox = {
  add(event: RunEvent): void
  addCall(call: CommittedCall): void
  /** Set with the terminal event. */
  setEnd(end: RunEnd): void
  /** Settles when all that was added so far is stored, or when the store is known to be out of reach. */
  flushed(): Promise<void>
  /** Resolves once nothing is left to store; rejects never. */
  idle(): Promise<void>
}

export type OutboxOptions = {
  runId: string
  epoch: number
  store: RunStore
  clock: Clock
  log: Log
  /** Called in order with events that are stored. */
  onStored(events: RunEvent[]): void
  /** Another process owns the run now. */
  onLost(): void
}

/**
 * Writes a run's log in order, one statement at a time, joining what came up meanwhile. A store that is out of reach is
 * tried again until it is back: the run goes on from memory and its log waits here.
 */
export function createOutbox({ runId, epoch, store, clock, log, onStored, onLost }: OutboxOptions): Outbox {
  let events: RunEvent[] = []
  let calls = new Map<string, CommittedCall>()
  let end: RunEnd | null = null
  let running: Promise<void> | null = null
  let isLost = false
  let waiters: (() => void)[] = []

  const isEmpty = () => events.length === 0 && calls.size === 0 && end === null

  async function commitOnce(): Promise<'stored' | 'lost' | 'down'> {
    const batch = { runId, epoch, events, calls: [...calls.values()], end }
    events = []
    calls = new Map()
    end = null
    try {
      if (!(await store.commit(batch))) return 'lost'
      onStored(batch.events)
      return 'stored'
    } catch (error) {
      log.error('run.commit_failed', error, { runId })
      events = [...batch.events, ...events]
      for (const call of batch.calls) if (!calls.has(keyOf(call))) calls.set(keyOf(call), call)
      end ??= batch.end
      return 'down'
    }
  }

  async function drain() {
    while (!isEmpty() && !isLost) {
      const served = waiters
      waiters = []
      const outcome = await commitOnce()
      for (const done of served) done()
      if (outcome === 'lost') {
        isLost = true
        onLost()
      }
      if (outcome === 'down') await new Promise<void>((resolve) => clock.after(RETRY_MS, resolve))
    }
    running = null
    for (const done of waiters) done()
    waiters = []
  }

  function kick() {
    // a microtask later, so that events of one step share a statement
    running ??= Promise.resolve().then(drain)
  }

  return {
    add(event) {
      events.push(event)
      kick()
    },
    addCall(call) {
      calls.set(keyOf(call), call)
      kick()
    },
    setEnd(value) {
      end = value
      kick()
    },
    flushed: () =>
      new Promise((resolve) => {
        if (isLost || (isEmpty() && !running)) return resolve()
        waiters.push(resolve)
        kick()
      }),
    async idle() {
      while (running) await running
    },
  }
}

function keyOf(call: CommittedCall): string {
  return `${call.stage}/${call.seat}/${call.attempt}`
}
