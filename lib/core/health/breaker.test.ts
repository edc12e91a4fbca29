import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BREAKER_POLICY, type Breaker, createBreaker, foldBreaker, phaseAt, waitMs } from './breaker.ts'
import type { Outcome } from './outcome.ts'

const { failures, firstMs, longestMs, minimumCalls, windowMs, probeMs } = BREAKER_POLICY

/** Ends of calls that went out under the breaker's own turn, one millisecond apart. */
function endedWith(breaker: Breaker, outcomes: Outcome[], from = 0): Breaker {
  return outcomes.reduce(
    (state, outcome, i) => foldBreaker(state, { type: 'ended', at: from + i, turn: state.turn, model: 'p/a', outcome }),
    breaker,
  )
}

const times = (count: number, outcome: Outcome): Outcome[] => Array.from({ length: count }, () => outcome)
const opened = () => endedWith(createBreaker('seed'), times(failures, 'fault'))

/** When the open breaker lets a call try. */
function halfOpenAt({ openUntil }: Breaker): number {
  if (openUntil === null) throw new Error('not open')
  return openUntil
}

function probing(breaker = opened()) {
  const at = halfOpenAt(breaker)
  return { at, breaker: foldBreaker(breaker, { type: 'admitted', at }) }
}

describe('a closed breaker', () => {
  it.each<[string, Outcome[], boolean]>([
    ['failures in a row', times(failures, 'fault'), true],
    ['one failure fewer', times(failures - 1, 'fault'), false],
    ['failures with a success between them', [...times(4, 'fault'), 'ok', ...times(4, 'fault')], false],
    ['failures with a refusal between them', [...times(4, 'fault'), 'alive', 'fault'], true],
    ['failures with a stop between them', [...times(4, 'fault'), 'neutral', 'fault'], true],
    ['any number of refusals, full contexts, unknown models', times(50, 'alive'), false],
    ['any number of stops', times(50, 'neutral'), false],
    ['any number of refused keys', times(50, 'misconfigured'), false],
    ['any number of 429s', times(50, 'limited'), false],
    ['half of the calls failing', times(minimumCalls / 2, 'ok').flatMap((ok): Outcome[] => [ok, 'fault']), true],
    ['half of too few calls failing', ['ok', 'fault', 'ok', 'fault'], false],
    ['a third of the calls failing', times(10, 'ok').flatMap((ok): Outcome[] => [ok, 'ok', 'fault']), false],
  ])('%s: open is %s', (_name, outcomes, isOpen) => {
    expect(phaseAt(endedWith(createBreaker('seed'), outcomes), 100)).toBe(isOpen ? 'open' : 'closed')
  })

  it('forgets for the rate what is older than its window', () => {
    const mixed = times(4, 'ok').flatMap((ok): Outcome[] => [ok, 'fault'])
    const early = endedWith(createBreaker('seed'), mixed)
    const late = endedWith(early, ['ok', 'fault'], windowMs + 100)
    expect(phaseAt(late, windowMs + 200)).toBe('closed')
    expect(phaseAt(endedWith(early, ['ok', 'fault'], 100), 200)).toBe('open')
  })
})

describe('several models of one provider', () => {
  const end = (breaker: Breaker, model: string, outcome: Outcome, at: number) =>
    foldBreaker(breaker, { type: 'ended', at, turn: breaker.turn, model, outcome })
  const failing = (models: string[], from: Breaker, count = 20) =>
    Array.from({ length: count }).reduce<Breaker>(
      (breaker, _, i) => end(breaker, models[i % models.length] ?? '', 'fault', 100 + i),
      from,
    )
  const showing = (model: string) => foldBreaker(createBreaker('seed'), { type: 'first_text', at: 0, turn: 0, model })

  it('stay open to calls while only one of them fails and another shows text', () => {
    expect(failing(['p/a'], showing('p/b')).openUntil).toBeNull()
    expect(failing(['p/a'], end(createBreaker('seed'), 'p/b', 'ok', 0)).openUntil).toBeNull()
  })

  it('are left alone when two of them fail, or when nothing was heard of the others for a while', () => {
    expect(failing(['p/a', 'p/c'], showing('p/b')).openUntil).not.toBeNull()
    const late = Array.from({ length: failures }).reduce<Breaker>(
      (breaker, _, i) => end(breaker, 'p/a', 'fault', windowMs + i),
      showing('p/b'),
    )
    expect(late.openUntil).not.toBeNull()
  })

  it('are left alone when the one that showed text fails too', () => {
    expect(failing(['p/a'], showing('p/a')).openUntil).not.toBeNull()
  })
})

describe('an open breaker', () => {
  it('says how long it stays open, between half of its period and all of it', () => {
    const breaker = opened()
    const left = waitMs(breaker, failures - 1) ?? 0
    expect(left).toBeGreaterThanOrEqual(firstMs / 2)
    expect(left).toBeLessThanOrEqual(firstMs)
    expect(waitMs(breaker, halfOpenAt(breaker) - 1)).toBe(1)
    expect(waitMs(breaker, halfOpenAt(breaker))).toBeNull()
  })

  it('stays open for the same time with the same seed, and for another with another', () => {
    const until = (seed: string) => halfOpenAt(endedWith(createBreaker(seed), times(failures, 'fault')))
    expect(until('a')).toBe(until('a'))
    expect(new Set(['a', 'b', 'c', 'd'].map(until)).size).toBeGreaterThan(1)
  })

  it('doubles its period each time a probe fails, up to the longest, and begins anew after a success', () => {
    let breaker = opened()
    for (let i = 1; i < 9; i++) {
      const { at, breaker: tried } = probing(breaker)
      breaker = endedWith(tried, ['fault'], at)
      const period = Math.min(longestMs, firstMs * 2 ** i)
      const left = halfOpenAt(breaker) - at
      expect(left).toBeGreaterThanOrEqual(period / 2)
      expect(left).toBeLessThanOrEqual(period)
    }
    const { at, breaker: tried } = probing(breaker)
    const again = endedWith(endedWith(tried, ['ok'], at), times(failures, 'fault'), at)
    expect(halfOpenAt(again) - at).toBeLessThanOrEqual(firstMs + failures)
  })

  it('learns nothing from calls that went out before it opened', () => {
    const breaker = opened()
    for (const outcome of ['ok', 'fault'] as const)
      expect(foldBreaker(breaker, { type: 'ended', at: 50, turn: 0, model: 'p/a', outcome })).toBe(breaker)
  })
})

describe('a half-open breaker', () => {
  it('lets one call try and sends the others away until that has ended', () => {
    const { at, breaker } = probing()
    expect(phaseAt(breaker, at)).toBe('half_open')
    expect(waitMs(breaker, at)).toBeGreaterThan(0)
    expect(waitMs(endedWith(breaker, ['ok'], at), at)).toBeNull()
  })

  it.each<[Outcome, 'closed' | 'open' | 'half_open']>([
    ['ok', 'closed'],
    ['alive', 'closed'],
    ['limited', 'closed'],
    ['misconfigured', 'closed'],
    ['fault', 'open'],
    ['neutral', 'half_open'],
  ])('after a probe that ended %s is %s', (outcome, phase) => {
    const { at, breaker } = probing()
    expect(phaseAt(endedWith(breaker, [outcome], at), at)).toBe(phase)
  })

  it('lets the next call try when the one before was stopped, or was never heard of again', () => {
    const { at, breaker } = probing()
    expect(waitMs(endedWith(breaker, ['neutral'], at), at)).toBeNull()
    expect(waitMs(breaker, at + probeMs - 1)).not.toBeNull()
    expect(waitMs(breaker, at + probeMs)).toBeNull()
  })

  it('closes with the first text of its probe, and opens again for longer if that then breaks off', () => {
    const { at, breaker } = probing()
    const trusted = foldBreaker(breaker, { type: 'first_text', at, turn: breaker.turn, model: 'p/a' })
    expect(phaseAt(trusted, at)).toBe('closed')
    const broken = endedWith(trusted, ['fault'], at)
    expect(phaseAt(broken, at)).toBe('open')
    expect(halfOpenAt(broken) - at).toBeGreaterThanOrEqual(firstMs)
    expect(phaseAt(endedWith(endedWith(trusted, ['ok'], at), ['fault'], at), at)).toBe('closed')
  })
})

describe('any sequence of calls', () => {
  const outcome = fc.constantFrom<Outcome>('ok', 'fault', 'limited', 'misconfigured', 'alive', 'neutral')
  const step = fc.record({
    waitMs: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 400_000 })),
    /** Asks to go out, or ends the call at this place among those that are out. */
    act: fc.oneof(fc.record({ model: fc.nat(2) }), fc.record({ end: fc.nat(20), outcome, hasText: fc.boolean() })),
  })

  /** Plays calls against a breaker, as whoever obeys it would. */
  function play(
    seed: string,
    steps: { waitMs: number; act: { model: number } | { end: number; outcome: Outcome; hasText: boolean } }[],
  ) {
    let breaker = createBreaker(seed)
    let now = 0
    let out: { turn: number; isProbe: boolean; at: number; model: string }[] = []
    const seen: { breaker: Breaker; now: number; probes: number }[] = []
    for (const { waitMs: pause, act } of steps) {
      now += pause
      if ('model' in act) {
        if (waitMs(breaker, now) !== null) continue
        const isProbe = phaseAt(breaker, now) === 'half_open'
        breaker = foldBreaker(breaker, { type: 'admitted', at: now })
        out.push({ turn: breaker.turn, isProbe, at: now, model: `p/${act.model}` })
      } else {
        const call = out[act.end % Math.max(1, out.length)]
        if (!call) continue
        out = out.filter((other) => other !== call)
        if (act.hasText) breaker = foldBreaker(breaker, { ...call, type: 'first_text', at: now })
        breaker = foldBreaker(breaker, { ...call, type: 'ended', at: now, outcome: act.outcome })
      }
      const probes = out.filter((call) => call.isProbe && call.turn === breaker.turn && now - call.at < probeMs)
      seen.push({ breaker, now, probes: breaker.openUntil === null ? 0 : probes.length })
    }
    return seen
  }

  it('has at most one probe on its way, is never open for longer than the longest, and remembers a bounded amount', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(step, { maxLength: 200 }), (seed, steps) => {
        for (const { breaker, now, probes } of play(seed, steps)) {
          expect(probes).toBeLessThanOrEqual(1)
          expect((breaker.openUntil ?? 0) - now).toBeLessThanOrEqual(longestMs)
          expect(breaker.recent.length).toBeLessThanOrEqual(100)
        }
      }),
    )
  })

  it('comes to the same with the same seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(step, { maxLength: 60 }), (seed, steps) => {
        expect(play(seed, steps)).toEqual(play(seed, steps))
      }),
    )
  })

  it('never opens where the provider is not at fault', () => {
    fc.assert(
      fc.property(
        fc.array(
          outcome.filter((one) => one !== 'fault'),
          { maxLength: 300 },
        ),
        (outcomes) => {
          expect(endedWith(createBreaker('seed'), outcomes).openUntil).toBeNull()
        },
      ),
    )
  })
})
