import type { Delta, RunEvent } from '../../core/council/events.ts'
import { isTerminal } from '../../core/council/events.ts'
import { fold, foldDelta } from '../../core/council/fold.ts'
import type { RunState } from '../../core/council/state.ts'
import { eventForViewers, type Frame } from '../../core/council/wire.ts'
import type { Clock } from '../../ports/clock.ts'

const FRAME_MS = 50
/** How far a sealed ballot is interests nobody twenty times a second. */
const PROGRESS_MS = 400
const RING_FRAMES = 512
const RING_CHARS = 512_000

/** Gets every frame from the moment it was attached; `onClose` when the process gives the run up. */
export type Viewer = { onFrame(frame: Frame): void; onClose(): void }

/** The live picture of one run in this process: durable events, text as it arrives, and who is watching. */
export type Hub = {
  readonly epoch: number
  /** What viewers have been shown so far. */
  state(): RunState
  /** Shows events that are stored. Text before them goes first. */
  show(events: readonly RunEvent[]): void
  /** Streams text of a running call; `isSealed` sends its length only. */
  write(seat: string, text: string, isSealed: boolean): void
  /** Frames since `lastId`, or null when they are not all in the ring (the reader then needs a snapshot). */
  since(lastId: string): Frame[] | null
  attach(viewer: Viewer): () => void
  close(): void
}

/** A hub for a run driven under `epoch`. `initial` is what is stored already. */
export function createHub(initial: RunState, epoch: number, clock: Clock): Hub {
  const viewers = new Set<Viewer>()
  const ring = createRing(`${epoch}-${initial.seq}`)
  let state = initial
  let pending: Delta = {}
  const lengths = new Map<string, number>()
  let cancelTimer: (() => void) | null = null
  let isOnlyProgress = false

  function send(frame: Frame) {
    ring.push(frame)
    for (const viewer of viewers) viewer.onFrame(frame)
  }

  function flushText() {
    cancelTimer?.()
    cancelTimer = null
    if (Object.keys(pending).length === 0) return
    const data = pending
    pending = {}
    state = foldDelta(state, data)
    send({ event: 'delta', id: null, data })
  }

  function flushLater(isSealed: boolean) {
    if (cancelTimer && (isSealed || !isOnlyProgress)) return
    cancelTimer?.()
    isOnlyProgress = isSealed
    cancelTimer = clock.after(isSealed ? PROGRESS_MS : FRAME_MS, flushText)
  }

  return {
    epoch,
    state: () => foldDelta(state, pending),
    show(events) {
      flushText()
      for (const event of events) {
        if (event.type === 'call.started') lengths.set(event.seat, 0)
        state = fold(state, event)
        send({ event: event.type, id: `${epoch}-${event.seq}`, data: eventForViewers(event, state) })
        if (isTerminal(event)) viewers.clear()
      }
    },
    write(seat, text, isSealed) {
      const at = lengths.get(seat) ?? 0
      const waiting = pending[seat]
      lengths.set(seat, at + text.length)
      if (isSealed) pending[seat] = [at + text.length, '']
      else pending[seat] = waiting ? [waiting[0], waiting[1] + text] : [at, text]
      if (at === 0) flushText()
      else flushLater(isSealed)
    },
    since: (lastId) => ring.since(lastId),
    attach(viewer) {
      viewers.add(viewer)
      return () => viewers.delete(viewer)
    },
    close() {
      cancelTimer?.()
      for (const viewer of viewers) viewer.onClose()
      viewers.clear()
    },
  }
}

/** The last frames, bounded by count and size. `origin` is the id just before the first frame. */
function createRing(origin: string) {
  const frames: { frame: Frame; chars: number }[] = []
  let chars = 0
  let before: string | null = origin
  return {
    push(frame: Frame) {
      const size = frame.event === 'delta' ? deltaChars(frame.data) : 200
      frames.push({ frame, chars: size })
      chars += size
      while (frames.length > RING_FRAMES || chars > RING_CHARS) {
        const dropped = frames.shift()
        if (!dropped) return
        chars -= dropped.chars
        // after a dropped delta the id before it is no longer a complete starting point
        before = dropped.frame.id
      }
    },
    since(lastId: string): Frame[] | null {
      if (lastId === before) return frames.map((entry) => entry.frame)
      const at = frames.findLastIndex((entry) => entry.frame.id === lastId)
      return at < 0 ? null : frames.slice(at + 1).map((entry) => entry.frame)
    },
  }
}

function deltaChars(delta: Delta): number {
  let total = 0
  for (const [, text] of Object.values(delta)) total += text.length + 16
  return total
}
