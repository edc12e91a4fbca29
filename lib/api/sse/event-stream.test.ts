import { describe, expect, it } from 'vitest'
import type { Frame } from '../../core/council/wire.ts'
import { eventStream } from './event-stream.ts'
import { encodeFrame, HEARTBEAT, STREAM_HEAD } from './frame.ts'

function handClock() {
  const timers: { at: number; fn: () => void }[] = []
  let now = 0
  return {
    now: () => now,
    after(delayMs: number, fn: () => void) {
      const timer = { at: now + delayMs, fn }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
    advance(ms: number) {
      now += ms
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1)
        timer.fn()
      }
    },
    pending: () => timers.length,
  }
}

function setUp(frames: AsyncIterable<Frame>) {
  const clock = handClock()
  const errors: unknown[] = []
  let cancels = 0
  const log = { info: () => {}, error: (_event: string, error: unknown) => void errors.push(error) }
  const options = { ports: { clock, log }, requestId: 'req_test', encode: encodeFrame, onCancel: () => void cancels++ }
  const reader = eventStream(frames, options).getReader()
  const read = async () => {
    const { value, done } = await reader.read()
    return done ? null : new TextDecoder().decode(value)
  }
  return { clock, errors, reader, read, cancels: () => cancels }
}

const frame = (seq: number): Frame => ({
  event: 'run.started',
  id: `1-${seq}`,
  data: { type: 'run.started', seq, at: 0 },
})

/** A source that waits until it is told to go on, and counts how far it was asked. */
function manualSource() {
  let asked = 0
  let isReturned = false
  const waiting: ((result: IteratorResult<Frame>) => void)[] = []
  const iterator: AsyncIterator<Frame> = {
    next: () => {
      asked++
      return new Promise((resolve) => waiting.push(resolve))
    },
    return: async () => {
      isReturned = true
      return { done: true, value: undefined }
    },
  }
  return {
    source: { [Symbol.asyncIterator]: () => iterator },
    emit: (value: Frame) => waiting.shift()?.({ done: false, value }),
    end: () => waiting.shift()?.({ done: true, value: undefined }),
    asked: () => asked,
    isReturned: () => isReturned,
  }
}

async function* of(...frames: Frame[]) {
  yield* frames
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('an event stream', () => {
  it('says how soon to come back, sends every frame, and closes after the last', async () => {
    const { read, clock } = setUp(of(frame(1), frame(2)))
    expect(await read()).toBe(STREAM_HEAD)
    expect(await read()).toBe(encodeFrame(frame(1)))
    expect(await read()).toBe(encodeFrame(frame(2)))
    expect(await read()).toBeNull()
    expect(clock.pending()).toBe(0)
  })

  it('sends a comment after each 15 seconds of silence', async () => {
    const manual = manualSource()
    const { read, clock } = setUp(manual.source)
    await read()
    clock.advance(14_999)
    const next = read()
    clock.advance(1)
    expect(await next).toBe(HEARTBEAT)
    const later = read()
    clock.advance(15_000)
    expect(await later).toBe(HEARTBEAT)
  })

  it('counts the silence from the last frame', async () => {
    const manual = manualSource()
    const { read, clock } = setUp(manual.source)
    await read()
    const first = read()
    clock.advance(10_000)
    manual.emit(frame(1))
    await first
    const next = read()
    clock.advance(10_000)
    manual.emit(frame(2))
    expect(await next).toBe(encodeFrame(frame(2)))
  })

  it('asks for nothing more, and heaps up no comments, while the reader does not read', async () => {
    let produced = 0
    async function* endless() {
      for (;;) yield frame(++produced)
    }
    const { clock } = setUp(endless())
    for (let i = 0; i < 50; i++) {
      await settled()
      clock.advance(15_000)
    }
    expect(produced).toBeLessThanOrEqual(2)
  })

  it('lets its source go when the reader leaves', async () => {
    const manual = manualSource()
    const { reader, read, clock, cancels, errors } = setUp(manual.source)
    await read()
    await reader.cancel()
    manual.end()
    await settled()
    expect(manual.isReturned()).toBe(true)
    expect(cancels()).toBe(1)
    expect(clock.pending()).toBe(0)
    expect(errors).toEqual([])
  })

  it('ends without noise for the reader when its source fails, and logs why', async () => {
    const cause = new Error('store gone')
    async function* broken() {
      yield frame(1)
      throw cause
    }
    const { read, errors } = setUp(broken())
    await read()
    await read()
    expect(await read()).toBeNull()
    expect(errors).toEqual([cause])
  })
})
