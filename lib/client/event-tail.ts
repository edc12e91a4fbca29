import type { BrowserPorts } from './browser.ts'

/** What the tail looks at in a frame; the rest is the reader's. */
type AnyFrame = { event: string; id: string | null }

/** Where a stream is, and who makes frames of its bytes. */
export type TailSource<Frame extends AnyFrame> = {
  url: string
  reader(sink: { onFrame(frame: Frame): void; onRetry(delayMs: number): void }): { feed(bytes: Uint8Array): void }
}

export type TailSink<Frame extends AnyFrame> = {
  onFrame(frame: Frame): void
  /** The connection broke and is being made again. */
  onBreak(): void
  /** It cannot be followed any more: not found, signed out. */
  onLost(): void
}

/** One connection to an event stream that makes itself again until it is closed. */
export type EventTail = {
  open(): void
  close(): void
  /** Something was missed: connects again without an id, so that a snapshot comes first. */
  resync(): void
}

const SILENCE_MS = 45_000
const FIRST_RETRY_MS = 1_000
const MAX_BACKOFF_MS = 30_000
const HOPELESS = new Set([400, 401, 403, 404, 410])

/** Tails a stream of events, resuming after the last id seen, with backoff and jitter. */
export function createEventTail<Frame extends AnyFrame>(
  source: TailSource<Frame>,
  ports: BrowserPorts,
  sink: TailSink<Frame>,
): EventTail {
  let lastId: string | null = null
  let retryMs = FIRST_RETRY_MS
  let failures = 0
  let current: AbortController | null = null
  let cancelTimer = () => {}

  function close() {
    current?.abort()
    current = null
    cancelTimer()
  }

  function again(delayMs: number) {
    close()
    cancelTimer = ports.after(delayMs, open)
    sink.onBreak()
  }

  function backoff(): number {
    const base = Math.min(MAX_BACKOFF_MS, retryMs * 2 ** Math.min(failures++, 5))
    return base * (0.5 + ports.random() / 2)
  }

  function open() {
    close()
    const controller = new AbortController()
    current = controller
    const isCurrent = () => controller === current
    const silence = watchdog(ports, () => isCurrent() && again(backoff()))
    const onFrame = (frame: Frame) => {
      if (!isCurrent()) return
      lastId = frame.id ?? lastId
      // A state event is proof of a healthy stream; a snapshot may be the start of the same trouble.
      if (frame.event !== 'run.snapshot') failures = 0
      sink.onFrame(frame)
    }
    const onRetry = (delayMs: number) => {
      retryMs = delayMs
    }
    read({ source, lastId, ports, signal: controller.signal, onBytes: silence.alive, onFrame, onRetry })
      .catch(() => 'again' as const)
      .then((outcome) => {
        silence.stop()
        if (!isCurrent()) return
        if (outcome === 'hopeless') {
          close()
          sink.onLost()
        } else again(backoff())
      })
  }

  return {
    open,
    close,
    resync() {
      lastId = null
      again(failures === 0 ? 0 : backoff())
      failures = Math.max(failures, 1)
    },
  }
}

/** Calls `onSilence` when nothing, not even a comment, came for three heartbeats. */
function watchdog(ports: BrowserPorts, onSilence: () => void) {
  let stop = ports.after(SILENCE_MS, onSilence)
  return {
    alive: () => {
      stop()
      stop = ports.after(SILENCE_MS, onSilence)
    },
    stop: () => stop(),
  }
}

async function read<Frame extends AnyFrame>(input: {
  source: TailSource<Frame>
  lastId: string | null
  ports: BrowserPorts
  signal: AbortSignal
  onBytes(): void
  onFrame(frame: Frame): void
  onRetry(delayMs: number): void
}): Promise<'again' | 'hopeless'> {
  const response = await input.ports.fetch(input.source.url, {
    credentials: 'same-origin',
    cache: 'no-store',
    signal: input.signal,
    headers: { accept: 'text/event-stream', ...(input.lastId === null ? {} : { 'last-event-id': input.lastId }) },
  })
  if (!response.ok || !response.body) return HOPELESS.has(response.status) ? 'hopeless' : 'again'
  const frames = input.source.reader(input)
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return 'again'
    input.onBytes()
    frames.feed(value)
  }
}
