import type { ModelCount } from '../../ports/catalogue.ts'
import type { Clock } from '../../ports/clock.ts'
import { ModelError, type ModelRequest, type ModelResult, type ModelSink, type Models } from '../../ports/models.ts'

export type ModelCounts = {
  /** Streams and counts how it went. */
  stream: Models['stream']
  /** What was counted since the last time, and begins anew. */
  take(): ModelCount[]
  /** Puts back what could not be stored. */
  putBack(counts: readonly ModelCount[]): void
}

/** Counts requests as they end, in memory: storing them is somebody else's, now and then. What was stopped is no error. */
export function countedModels(base: Models, clock: Clock): ModelCounts {
  let counts = new Map<string, ModelCount>()

  function add(count: ModelCount) {
    const known = counts.get(count.id)
    counts.set(count.id, known ? sumOf(known, count) : count)
  }

  async function stream(request: ModelRequest, sink: ModelSink, signal: AbortSignal): Promise<ModelResult> {
    const id = request.model
    const startedAt = clock.now()
    let firstAt: number | null = null
    const noting: ModelSink = {
      ...sink,
      onText(text) {
        if (text !== '') firstAt ??= clock.now()
        sink.onText(text)
      },
    }
    try {
      const result = await base.stream(request, noting, signal)
      const first = firstAt === null ? { firstTokenMs: 0, firstTokenCount: 0 } : firstToken(firstAt - startedAt)
      add({ id, requests: 1, errors: 0, latencyMs: clock.now() - startedAt, latencyCount: 1, ...first })
      return result
    } catch (error) {
      const isStopped = signal.aborted || (error instanceof ModelError && error.reason === 'stopped')
      add({ ...NOTHING, id, requests: 1, errors: isStopped ? 0 : 1 })
      throw error
    }
  }

  return {
    stream,
    take() {
      const taken = [...counts.values()]
      counts = new Map()
      return taken
    },
    putBack: (given) => given.forEach(add),
  }
}

const NOTHING = { latencyMs: 0, latencyCount: 0, firstTokenMs: 0, firstTokenCount: 0 }

function firstToken(ms: number) {
  return { firstTokenMs: ms, firstTokenCount: 1 }
}

function sumOf(a: ModelCount, b: ModelCount): ModelCount {
  return {
    id: a.id,
    requests: a.requests + b.requests,
    errors: a.errors + b.errors,
    latencyMs: a.latencyMs + b.latencyMs,
    latencyCount: a.latencyCount + b.latencyCount,
    firstTokenMs: a.firstTokenMs + b.firstTokenMs,
    firstTokenCount: a.firstTokenCount + b.firstTokenCount,
  }
}
