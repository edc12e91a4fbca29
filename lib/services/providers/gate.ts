import { ModelError } from '../../ports/models.ts'

/** A limit on calls at the same time. Over it they wait, first come, first served. */
export type Gate = {
  readonly limit: number
  inside(): number
  waiting(): number
  /** Resolves with a place, which `leave` gives back; rejects with `stopped` when `signal` aborts first. */
  enter(signal: AbortSignal): Promise<void>
  leave(): void
  /** Sends away whoever waits. */
  clear(error: Error): void
}

type Waiter = { letIn(): void; sendAway(error: Error): void }

export function createGate(limit: number): Gate {
  const queue = new Set<Waiter>()
  let inside = 0

  function wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { letIn: () => end(resolve), sendAway: (error) => end(() => reject(error)) }
      const onAbort = () => waiter.sendAway(stopped())
      function end(settle: () => void) {
        queue.delete(waiter)
        signal.removeEventListener('abort', onAbort)
        settle()
      }
      queue.add(waiter)
      signal.addEventListener('abort', onAbort, { once: true })
    })
  }

  return {
    limit,
    inside: () => inside,
    waiting: () => queue.size,
    async enter(signal) {
      if (signal.aborted) throw stopped()
      if (inside >= limit) return wait(signal)
      inside += 1
    },
    leave() {
      // a set keeps the order in which they came; the place goes from hand to hand, so that nobody slips in between
      const [next] = queue
      if (next) next.letIn()
      else inside -= 1
    },
    clear(error) {
      for (const waiter of [...queue]) waiter.sendAway(error)
    },
  }
}

function stopped(): ModelError {
  return new ModelError('stopped', 'It was stopped while it waited for its turn.', { retryable: false })
}
