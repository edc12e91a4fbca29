import { describe, expect, it } from 'vitest'
import { manualClock } from '../../adapters/memory/clock.ts'
import type { RunEventBody } from '../../core/council/events.ts'
import { DEFAULT_LIMITS, PRESETS, seatCouncil } from '../../core/council/presets.ts'
import { initialState } from '../../core/council/state.ts'
import type { Frame } from '../../core/council/wire.ts'
import { createHub } from './hub.ts'

const models = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ id: `demo/${name}`, name, demo: true }))
const plan = {
  version: 1 as const,
  ...seatCouncil(PRESETS.standard, models),
  seed: 's',
  limits: DEFAULT_LIMITS,
  history: [],
  reused: [],
  startAt: 'first_opinions' as const,
  estimate: { durationMs: null },
}
const seed = { id: 'run_1', conversationId: 'c', turnId: 't', question: 'Why?', plan, sourceRunId: null, createdAt: 0 }

function open() {
  const clock = manualClock()
  const hub = createHub(initialState(seed), 3, clock)
  const frames: Frame[] = []
  const detach = hub.attach({ onFrame: (frame) => frames.push(frame), onClose: () => {} })
  let seq = 0
  const show = (...bodies: RunEventBody[]) => hub.show(bodies.map((body) => ({ ...body, seq: ++seq, at: 0 })))
  const startCall = (seat: string) =>
    show({ type: 'call.started', stage: 'first_opinions', seat, attempt: 1, model: 'm', prompt: 'p', labels: [] })
  return { clock, hub, frames, show, startCall, detach }
}

const deltas = (frames: Frame[]) => frames.filter((frame) => frame.event === 'delta').map((frame) => frame.data)

describe('a hub', () => {
  it('sends the first text of every call at once and joins the rest of all seats into one frame per 50 ms', async () => {
    const { clock, hub, frames, startCall } = open()
    startCall('s1')
    startCall('s2')
    hub.write('s1', 'a', false)
    hub.write('s2', 'b', false)
    hub.write('s1', 'c', false)
    hub.write('s2', 'd', false)
    hub.write('s1', 'e', false)
    expect(deltas(frames)).toEqual([{ s1: [0, 'a'] }, { s2: [0, 'b'] }])
    await clock.advance(50)
    expect(deltas(frames).slice(2)).toEqual([{ s1: [1, 'ce'], s2: [1, 'd'] }])
  })

  it('says how far a sealed ballot is without showing its text', async () => {
    const { clock, hub, frames, startCall } = open()
    startCall('s1')
    hub.write('s1', 'secret', true)
    hub.write('s1', 'ballot', true)
    await clock.advance(400)
    expect(deltas(frames)).toEqual([{ s1: [6, ''] }, { s1: [12, ''] }])
  })

  it('does not let text wait for the slower progress of a sealed ballot', async () => {
    const { clock, hub, frames, startCall } = open()
    startCall('s1')
    startCall('s2')
    hub.write('s1', 'secret', true)
    hub.write('s2', 'a', false)
    hub.write('s1', 'ballot', true)
    hub.write('s2', 'b', false)
    await clock.advance(50)
    expect(deltas(frames).at(-1)).toEqual({ s1: [12, ''], s2: [1, 'b'] })
    await clock.advance(400)
    expect(deltas(frames)).toHaveLength(3)
  })

  it('shows text that waits before the event that follows it', () => {
    const { hub, frames, show, startCall } = open()
    startCall('s1')
    hub.write('s1', 'a', false)
    hub.write('s1', 'b', false)
    show({ type: 'stage.completed', stage: 'first_opinions' })
    expect(frames.map((frame) => frame.event)).toEqual(['call.started', 'delta', 'delta', 'stage.completed'])
  })

  it('sends events without the text that viewers already have', () => {
    const { frames, show, startCall } = open()
    startCall('s1')
    const usage = { inputTokens: 1, outputTokens: 1, reasoningTokens: null }
    const cost = { status: 'free' as const, picoUsd: '0', estimated: false }
    const call = { stage: 'first_opinions' as const, seat: 's1', attempt: 1, usage, cost, firstTokenMs: 1 }
    show({ type: 'call.completed', ...call, text: 'long', chars: 4, finish: 'stop' })
    expect(frames.at(-1)).toMatchObject({ id: '3-2', data: { chars: 4 } })
    expect(frames.at(-1)?.data).not.toHaveProperty('text')
  })

  it('gives the exact tail after an id it still has, and null after one it does not', () => {
    const { hub, show, startCall } = open()
    startCall('s1')
    show({ type: 'stage.completed', stage: 'first_opinions' })
    expect(hub.since('3-0')?.map((frame) => frame.id)).toEqual(['3-1', '3-2'])
    expect(hub.since('3-1')?.map((frame) => frame.id)).toEqual(['3-2'])
    expect(hub.since('2-1')).toBeNull()
    expect(hub.since('nonsense')).toBeNull()
  })

  it('forgets old frames beyond its ring, never the state', async () => {
    const { clock, hub, startCall } = open()
    startCall('s1')
    for (let i = 0; i < 600; i++) {
      hub.write('s1', `${i} `, false)
      await clock.advance(50)
    }
    expect(hub.since('3-0')).toBeNull()
    expect(hub.state().calls[0]?.text.endsWith('599 ')).toBe(true)
  })

  it('tells a viewer nothing after it has left', () => {
    const { frames, startCall, detach } = open()
    detach()
    startCall('s1')
    expect(frames).toEqual([])
  })
})
