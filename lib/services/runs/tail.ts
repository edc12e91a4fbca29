import { isTerminal } from '../../core/council/events.ts'
import { hasEnded } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import { type Frame, forViewers } from '../../core/council/wire.ts'
import type { StoredRun } from '../../ports/runs.ts'
import type { Ctx } from '../context.ts'
import { stateOf } from './engine.ts'
import { liveHub, readVisible } from './get.ts'
import type { Hub } from './hub.ts'

type Needs = Ctx<'runs' | 'engine' | 'clock'>
type Options = { after: string | null; signal: AbortSignal }

const QUEUE_MAX = 512
const POLL_MS = 500

/**
 * Every frame of a run from `after` (an event id) on: an exact tail where this process still has it, else one snapshot
 * first. Ends after the terminal frame, when `signal` aborts, or when the run leaves this process (the reader comes back).
 */
export async function tailRun(ctx: Needs, runId: string, options: Options): Promise<AsyncIterable<Frame>> {
  const hub = liveHub(ctx, runId)
  if (hub) return tailHub(hub, options)
  return tailStore(ctx, await readVisible(ctx, runId), options)
}

async function* tailHub(hub: Hub, { after, signal }: Options): AsyncGenerator<Frame> {
  const queue = createQueue(hub)
  const detach = hub.attach(queue.viewer)
  signal.addEventListener('abort', queue.viewer.onClose, { once: true })
  try {
    for (const frame of openingFrames(hub, after)) {
      yield frame
      if (endsWith(frame)) return
    }
    while (!signal.aborted) {
      const frames = await queue.next()
      if (frames.length === 0) return
      for (const frame of frames) {
        yield frame
        if (endsWith(frame)) return
      }
    }
  } finally {
    detach()
    signal.removeEventListener('abort', queue.viewer.onClose)
  }
}

function openingFrames(hub: Hub, after: string | null): Frame[] {
  if (hasEnded(hub.state())) return [snapshot(hub.epoch, hub.state())]
  return (after === null ? null : hub.since(after)) ?? [snapshot(hub.epoch, hub.state())]
}

/** Frames waiting for one reader. One that falls too far behind is given a fresh snapshot instead of the backlog. */
function createQueue(hub: Hub) {
  let frames: Frame[] = []
  let isClosed = false
  let isBehind = false
  let wake: (() => void) | null = null
  const viewer = {
    onFrame(frame: Frame) {
      if (frames.length >= QUEUE_MAX) {
        frames = []
        isBehind = true
      }
      if (!isBehind) frames.push(frame)
      wake?.()
    },
    onClose() {
      isClosed = true
      wake?.()
    },
  }
  return {
    viewer,
    /** Waits for frames; an empty list means that no more will come. */
    async next(): Promise<Frame[]> {
      if (frames.length === 0 && !isBehind && !isClosed) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        wake = null
      }
      const taken = isBehind ? [snapshot(hub.epoch, hub.state())] : frames
      frames = []
      isBehind = false
      return taken
    },
  }
}

/** A run that another process drives, or that has ended: the store is read until the end is in it. */
async function* tailStore(ctx: Needs, first: StoredRun, { signal }: Options): AsyncGenerator<Frame> {
  let shown = ''
  let stored: StoredRun | null = first
  while (stored && !signal.aborted) {
    const state = stateOf(stored)
    const mark = `${stored.epoch}-${state.seq}-${state.calls.reduce((sum, call) => sum + call.text.length, 0)}`
    if (mark !== shown) {
      const frame = snapshot(stored.epoch, state)
      yield frame
      if (endsWith(frame)) return
    }
    shown = mark
    await pause(ctx, POLL_MS, signal)
    const hub = liveHub(ctx, first.id)
    if (hub) {
      yield* tailHub(hub, { after: null, signal })
      return
    }
    stored = await ctx.runs.get(ctx.actor.tenantId, first.id)
  }
}

function snapshot(epoch: number, state: RunState): Frame {
  return { event: 'run.snapshot', id: `${epoch}-${state.seq}`, data: forViewers(state) }
}

function endsWith(frame: Frame): boolean {
  return frame.event === 'run.snapshot' ? hasEnded(frame.data as RunState) : isTerminal({ type: frame.event })
}

function pause(ctx: Needs, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = ctx.clock.after(ms, finish)
    function finish() {
      signal.removeEventListener('abort', finish)
      cancel()
      resolve()
    }
    signal.addEventListener('abort', finish, { once: true })
  })
}
