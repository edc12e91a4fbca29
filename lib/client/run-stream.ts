import { isTerminal, type ViewerEvent } from '../core/council/events.ts'
import { fold, foldDelta } from '../core/council/fold.ts'
import { hasEnded } from '../core/council/select.ts'
import type { RunState } from '../core/council/state.ts'
import type { Frame } from '../core/council/wire.ts'
import { type BrowserPorts, browser } from './browser.ts'
import { createEventTail } from './event-tail.ts'
import { frameReader } from './run-frames.ts'

/** `lost`: the run cannot be followed any more (signed out, deleted); only a reload helps. */
export type RunConnection = 'live' | 'reconnecting' | 'ended' | 'lost'

/** What a viewer renders. `skewMs` is how far this clock is ahead of the server's, as far as events showed it. */
export type RunSnapshot = { run: RunState; connection: RunConnection; skewMs: number }

export type RunStream = {
  getSnapshot(): RunSnapshot
  /** The first listener opens the stream, the last one to leave closes it. */
  subscribe(listener: () => void): () => void
  /** Connects at once where a reconnect is waiting, for example when the network is back. */
  wake(): void
}

/** Follows one run from `initial` on: folds its events, heals gaps by snapshot, stops when the run has ended. */
export function createRunStream(initial: RunState, ports: BrowserPorts = browser): RunStream {
  const listeners = new Set<() => void>()
  let now: RunSnapshot = { run: initial, connection: hasEnded(initial) ? 'ended' : 'live', skewMs: 0 }
  let published = now
  let isFrameDue = false
  const tail = createEventTail(sourceOf(initial.id), ports, {
    onFrame: take,
    onBreak: () => set({ connection: 'reconnecting' }),
    onLost: () => set({ connection: 'lost' }),
  })

  function set(patch: Partial<RunSnapshot>) {
    now = { ...now, ...patch }
    if (isFrameDue) return
    isFrameDue = true
    ports.frame(() => {
      isFrameDue = false
      published = now
      for (const listener of listeners) listener()
    })
  }

  function take(frame: Frame) {
    const step = next(now, frame, ports.now())
    if (step.isOver) tail.close()
    set(step.snapshot)
    if (step.isMissing && !step.isOver) tail.resync()
  }

  return {
    getSnapshot: () => published,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1 && isFollowed(now)) tail.open()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) tail.close()
      }
    },
    wake() {
      if (listeners.size > 0 && now.connection === 'reconnecting') tail.open()
    },
  }
}

function sourceOf(runId: string) {
  return { url: `/api/v1/runs/${encodeURIComponent(runId)}/events`, reader: frameReader }
}

function isFollowed(snapshot: RunSnapshot): boolean {
  return snapshot.connection === 'live' || snapshot.connection === 'reconnecting'
}

type Step = {
  snapshot: RunSnapshot
  /** Nothing follows this frame. */
  isOver: boolean
  /** A frame before this one never arrived: a snapshot must replace the state. */
  isMissing: boolean
}

function next(snapshot: RunSnapshot, frame: Frame, nowMs: number): Step {
  if (frame.event === 'delta') {
    const run = foldDelta(snapshot.run, frame.data)
    return { snapshot: { ...snapshot, run, connection: 'live' }, isOver: false, isMissing: false }
  }
  if (frame.event === 'run.snapshot') {
    const isOver = hasEnded(frame.data)
    const connection = isOver ? 'ended' : 'live'
    return { snapshot: { ...snapshot, run: frame.data, connection }, isOver, isMissing: false }
  }
  const event = frame.data as ViewerEvent
  const hasGap = event.seq > snapshot.run.seq + 1
  const run = hasGap ? snapshot.run : fold(snapshot.run, event)
  const isMissing = hasGap || isTextMissing(run, event)
  const isOver = isTerminal(event) && !hasGap
  const lag = nowMs - event.at
  const skewMs = snapshot.skewMs === 0 ? lag : Math.min(snapshot.skewMs, lag)
  return { snapshot: { run, connection: isOver ? 'ended' : 'live', skewMs }, isOver, isMissing }
}

/** Whether a call ended with more text than was seen here. Reviews are sealed: their text never streams. */
function isTextMissing(run: RunState, event: ViewerEvent): boolean {
  if ((event.type !== 'call.completed' && event.type !== 'call.failed') || event.stage === 'review') return false
  const call = run.calls.find((c) => c.stage === event.stage && c.seat === event.seat && c.attempt === event.attempt)
  return call === undefined || call.text.length !== event.chars
}
