import { describe, expect, it } from 'vitest'
import { WINDOW_MS } from '../../core/health/windows.ts'
import { CHECK_EVERY_MS } from './checks.ts'
import { modelOf, type WatchedProviders, watchedProviders } from './providers.fixture.ts'
import { tailProviders } from './tail.ts'

const ok = { ok: true, latencyMs: 40 } as const
const gone = { ok: false, reason: 'unreachable', latencyMs: null } as const
const askable = (...names: string[]) => names.map((provider) => ({ provider, isAskable: true }))

function started(options: Parameters<typeof watchedProviders>[0]) {
  const around = watchedProviders(options)
  around.watch.start()
  return around
}

const reportOf = ({ watch }: WatchedProviders, name: string) =>
  watch.reports().find(({ provider }) => provider === name)

/** A call that goes out and ends, as the decorator tells it. */
function called({ watch }: WatchedProviders, provider: string, end: 'ok' | 'unreachable' = 'ok') {
  const ticket = watch.stateOf(provider).admit(`${provider}/m`)
  ticket.ended(end === 'ok' ? end : { reason: end, retryable: true, retryAfterMs: null })
}

describe('checks', () => {
  it('begin a little after the start and come every five minutes', async () => {
    const around = started({ targets: askable('a', 'b') })
    around.answers.set('a', ok).set('b', gone)
    expect(reportOf(around, 'a')).toMatchObject({ status: 'unknown', reason: 'not_asked', lastCheck: null })
    await around.clock.advance(3_000)
    expect(around.asked).toEqual(['a', 'b'])
    const at = around.clock.now()
    expect(reportOf(around, 'a')).toMatchObject({
      ...{ status: 'operational', judgedBy: 'checks', models: 0 },
      lastCheck: { at, ok: true, reason: null, latencyMs: 40 },
    })
    expect(reportOf(around, 'b')).toMatchObject({ status: 'down', reason: 'no_answer', cause: 'unreachable' })
    await around.clock.advance(CHECK_EVERY_MS)
    expect(around.asked).toEqual(['a', 'b', 'a', 'b'])
    await around.watch.close()
  })

  it('are left out where calls have told meanwhile', async () => {
    const around = started({ targets: askable('a', 'b') })
    around.answers.set('a', ok).set('b', ok)
    await around.clock.advance(2_000)
    called(around, 'a')
    await around.clock.advance(1_000)
    expect(around.asked).toEqual(['b'])
    await around.watch.close()
  })

  it('wait five seconds for a host that says nothing, and nobody waits with them', async () => {
    const around = started({ targets: askable('silent') })
    await around.clock.advance(3_000)
    expect(reportOf(around, 'silent')).toMatchObject({ status: 'unknown' })
    await around.clock.advance(4_999)
    expect(reportOf(around, 'silent')?.lastCheck).toBeNull()
    await around.clock.advance(1)
    expect(reportOf(around, 'silent')).toMatchObject({ status: 'down', cause: 'unreachable' })
    await around.watch.close()
  })

  it('ask nothing of providers that would have to be paid for it, which are judged by their calls', async () => {
    const around = started({ targets: [{ provider: 'bedrock', isAskable: false }], list: () => [modelOf('bedrock')] })
    await around.clock.advance(CHECK_EVERY_MS)
    expect(around.asked).toEqual([])
    expect(reportOf(around, 'bedrock')).toMatchObject({ status: 'unknown', judgedBy: 'traffic', models: 1 })
    called(around, 'bedrock')
    expect(reportOf(around, 'bedrock')).toMatchObject({ status: 'operational' })
    await around.watch.close()
  })

  it('end with the process, and one that was cut short says nothing', async () => {
    const around = started({ targets: askable('silent') })
    await around.clock.advance(3_000)
    await around.watch.close()
    await around.clock.advance(2 * CHECK_EVERY_MS)
    expect(around.asked).toEqual(['silent'])
    expect(reportOf(around, 'silent')?.lastCheck).toBeNull()
  })

  it('open no breaker: only calls do', async () => {
    const around = started({ targets: askable('a') })
    around.answers.set('a', gone)
    await around.clock.advance(12 * CHECK_EVERY_MS)
    expect(around.asked.length).toBeGreaterThan(10)
    expect(reportOf(around, 'a')?.breaker.state).toBe('closed')
    await around.watch.close()
  })
})

describe('what was seen', () => {
  it('is counted at once and stored within a minute, in windows of five minutes', async () => {
    const around = started({ list: () => [modelOf('a')] })
    called(around, 'a')
    called(around, 'a', 'unreachable')
    expect(reportOf(around, 'a')?.availability).toEqual({ healthy: 1, unhealthy: 1, share: 0.5 })
    await around.clock.advance(60_000)
    const [window] = around.stored
    expect(window).toMatchObject({ provider: 'a', source: 'traffic', healthy: 1, unhealthy: 1, ok: false })
    expect((window?.at ?? 1) % WINDOW_MS).toBe(0)
    expect(reportOf(around, 'a')?.availability).toEqual({ healthy: 1, unhealthy: 1, share: 0.5 })
    await around.watch.close()
  })

  it('is kept and counted once while the store is away', async () => {
    const around = started({ list: () => [modelOf('a')] })
    around.trouble.error = new Error('gone')
    called(around, 'a')
    await around.clock.advance(60_000)
    called(around, 'a')
    expect(reportOf(around, 'a')?.availability.healthy).toBe(2)
    around.trouble.error = null
    await around.clock.advance(60_000)
    expect(around.stored.reduce((sum, { healthy }) => sum + healthy, 0)).toBe(2)
    expect(reportOf(around, 'a')?.availability.healthy).toBe(2)
    expect(around.logged).toContain('providers.not_stored')
    await around.watch.close()
  })

  it('is stored before the process ends', async () => {
    const around = started({ list: () => [modelOf('a')] })
    called(around, 'a')
    await around.watch.close()
    expect(around.stored).toHaveLength(1)
  })

  it('includes what other processes and earlier starts have stored', async () => {
    const around = started({ targets: askable('a') })
    around.answers.set('a', ok)
    const at = around.clock.now() - (around.clock.now() % WINDOW_MS) - 10 * WINDOW_MS
    const failed = { ok: false, reason: 'upstream_error', latencyMs: null } as const
    around.stored.push({ provider: 'a', source: 'traffic', at, healthy: 1, unhealthy: 3, seenAt: at, ...failed })
    await around.clock.advance(3_000)
    expect(reportOf(around, 'a')?.availability).toEqual({ healthy: 2, unhealthy: 3, share: 0.4 })
    expect(reportOf(around, 'a')?.history).toHaveLength(2)
    await around.watch.close()
  })
})

describe('following the providers', () => {
  function follow(around: WatchedProviders) {
    const stop = new AbortController()
    const tail = tailProviders({ providers: around.watch, clock: around.clock }, stop.signal)
    const seen: number[] = []
    let isOver = false
    const done = (async () => {
      for await (const { providers } of tail) seen.push(providers[0]?.availability.healthy ?? -1)
      isOver = true
    })()
    return { seen, stop, done, isOver: () => isOver }
  }

  it('shows them at once, and anew when something changed, at most once a second', async () => {
    const around = watchedProviders({ list: () => [modelOf('a')] })
    const { seen, stop, done } = follow(around)
    await around.clock.advance(0)
    expect(seen).toEqual([0])
    for (let i = 0; i < 5; i++) {
      called(around, 'a')
      await around.clock.advance(100)
    }
    expect(seen).toEqual([0])
    await around.clock.advance(500)
    expect(seen).toEqual([0, 5])
    called(around, 'a')
    await around.clock.advance(1_000)
    expect(seen).toEqual([0, 5, 6])
    stop.abort()
    await done
  })

  it('shows nothing while nothing changes', async () => {
    const around = watchedProviders({ list: () => [modelOf('a')] })
    const { seen, stop, done } = follow(around)
    await around.clock.advance(120_000)
    expect(seen).toEqual([0])
    stop.abort()
    await done
  })

  it('shows what time alone has changed', async () => {
    const around = watchedProviders({ list: () => [modelOf('a')] })
    called(around, 'a')
    const { seen, stop, done } = follow(around)
    await around.clock.advance(16 * 60_000)
    expect(seen.length).toBeGreaterThan(1)
    expect(around.watch.reports()[0]).toMatchObject({ status: 'unknown' })
    stop.abort()
    await done
  })

  it('ends with the process', async () => {
    const around = watchedProviders({ list: () => [modelOf('a')] })
    const { done, isOver } = follow(around)
    await around.clock.advance(0)
    around.watch.end()
    await done
    expect(isOver()).toBe(true)
  })
})
