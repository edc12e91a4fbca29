import { stoppedInQueue } from './unsent.ts'

/** A limit on calls at the same time. Over it they wait, first come, first served. */
export type Gate = {
  readonly limit: number
  inside(): number
  waiting(): number
  /** Resolves with a place, which `leave` gives back; rejects with `stopped` when `signal` aborts first. */
  enter(signal: AbortSignal): Promise<void>
  leave(): void
}

export function createGate(limit: number): Gate {
  const queue = new Set<() => void>()
  let inside = 0

  function wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const letIn = () => {
        queue.delete(letIn)
        signal.removeEventListener('abort', onAbort)
        resolve()
      }
      const onAbort = () => {
        queue.delete(letIn)
        reject(stoppedInQueue())
      }
      queue.add(letIn)
      signal.addEventListener('abort', onAbort, { once: true })
    })
  }

  return {
    limit,
    inside: () => inside,
    waiting: () => queue.size,
    async enter(signal) {
      if (signal.aborted) throw stoppedInQueue()
      if (inside >= limit) return wait(signal)
      inside += 1
    },
    leave() {
      // a set keeps the order in which they came; the place goes from hand to hand, so that nobody slips in between
      const [letNextIn] = queue
      if (letNextIn) letNextIn()
      else inside -= 1
    },
  }
}
