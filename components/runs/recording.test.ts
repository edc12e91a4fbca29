import { describe, expect, it } from 'vitest'
import { FULL_RUN, RUN_FIXTURES } from './fixtures.ts'
import { lengthMs, player, stateAt } from './recording.ts'

describe('recorded run', () => {
  it('ends as a whole council of full quality, with every text as long as its call says', () => {
    const run = stateAt(FULL_RUN)
    expect(run).toMatchObject({ status: 'completed', quality: 'full' })
    for (const call of run.calls) if (call.stage !== 'review') expect(call.text).toHaveLength(call.chars)
  })

  it('plays to the same end in small steps as at once', () => {
    const tape = player(FULL_RUN)
    let state = tape.stateAt(0)
    for (let ms = 0; ms <= lengthMs(FULL_RUN) + 33; ms += 33) state = tape.stateAt(ms)
    expect(state).toEqual(stateAt(FULL_RUN))
  })

  it('gives every state to be looked at', () => {
    expect(RUN_FIXTURES.waiting().status).toBe('running')
    expect(RUN_FIXTURES.reviewing().tally).toBeNull()
    expect(RUN_FIXTURES.degraded()).toMatchObject({ status: 'completed', quality: 'degraded' })
    expect(RUN_FIXTURES.stopped().status).toBe('cancelled')
    expect(RUN_FIXTURES.failed().status).toBe('failed')
  })
})
