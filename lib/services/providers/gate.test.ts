import { describe, expect, it } from 'vitest'
import { createGate } from './gate.ts'

const never = new AbortController().signal

/** Lets everybody who can go in do so, and says in which order they did. */
function queueAt(gate: ReturnType<typeof createGate>) {
  const entered: string[] = []
  const enter = (name: string, signal = never) => gate.enter(signal).then(() => void entered.push(name))
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return { entered, enter, settled }
}

describe('a gate', () => {
  it('lets in as many as its limit, and the others in the order they came', async () => {
    const gate = createGate(2)
    const { entered, enter, settled } = queueAt(gate)
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => enter(name))
    await settled()
    expect([entered, gate.inside(), gate.waiting()]).toEqual([['a', 'b'], 2, 3])
    gate.leave()
    gate.leave()
    await settled()
    expect([entered, gate.inside(), gate.waiting()]).toEqual([['a', 'b', 'c', 'd'], 2, 1])
    gate.leave()
    await Promise.all(all)
    expect(entered.at(-1)).toBe('e')
  })

  it('lets nobody in before those who wait, though a place is free for a moment', async () => {
    const gate = createGate(1)
    const { entered, enter, settled } = queueAt(gate)
    await enter('a')
    void enter('b')
    gate.leave()
    void enter('c')
    await settled()
    expect([entered, gate.inside()]).toEqual([['a', 'b'], 1])
  })

  it('forgets whoever stops waiting, and gives their place to the next', async () => {
    const gate = createGate(1)
    const { entered, enter, settled } = queueAt(gate)
    await enter('a')
    const stop = new AbortController()
    const stopped = enter('b', stop.signal)
    void enter('c')
    stop.abort()
    await expect(stopped).rejects.toMatchObject({ reason: 'stopped' })
    gate.leave()
    await settled()
    expect([entered, gate.inside(), gate.waiting()]).toEqual([['a', 'c'], 1, 0])
  })

  it('does not let in who has stopped already', async () => {
    const gate = createGate(1)
    await expect(gate.enter(AbortSignal.abort())).rejects.toMatchObject({ reason: 'stopped' })
    expect(gate.inside()).toBe(0)
  })
})
