import { describe, expect, it } from 'vitest'
import { nextStep } from './next-step.ts'
import type { Pulse } from './pulse.ts'
import type { Queued } from './queue.ts'

const item = (changes: Partial<Queued> = {}): Queued => ({
  key: 'k1',
  request: { question: 'And then?' },
  draft: { text: 'And then?', pieces: [] },
  queuedAt: 0,
  after: 'run_5',
  isUrgent: false,
  problem: null,
  runId: null,
  ...changes,
})

const pulse = (runId: string, status: 'running' | 'completed' | 'failed' | 'cancelled'): Pulse => ({
  newest: { runId, turnId: 'trn_1', status },
  liveRunId: status === 'running' ? runId : null,
})

describe('next step of a queue', () => {
  it('is nothing where nothing waits', () => {
    expect(nextStep([], pulse('run_5', 'completed'))).toEqual({ kind: 'nothing' })
  })

  it.each([
    ['wait', 'while the run it follows goes on', pulse('run_5', 'running'), {}],
    ['send', 'once that run is completed', pulse('run_5', 'completed'), {}],
    ['send', 'once a later one is completed', pulse('run_6', 'completed'), {}],
    ['wait', 'on a page that does not show that run yet', pulse('run_4', 'completed'), {}],
    ['wait', 'where nothing is known to have run', { newest: null, liveRunId: null }, {}],
    ['held', 'after a run that failed', pulse('run_5', 'failed'), {}],
    ['held', 'after a run that was stopped', pulse('run_5', 'cancelled'), {}],
    ['held', 'where it was refused', pulse('run_5', 'completed'), { problem: 'They are used up.' }],
    ['wait', 'by hand, until what runs has stopped', pulse('run_5', 'running'), { isUrgent: true }],
    ['send', 'by hand, after a run that was stopped', pulse('run_5', 'cancelled'), { isUrgent: true }],
    ['send', 'by hand, after a run that failed', pulse('run_5', 'failed'), { isUrgent: true }],
    ['send', 'by hand, on a page that shows another branch', pulse('run_4', 'completed'), { isUrgent: true }],
    ['show', 'once it is taken and not on the page', pulse('run_5', 'completed'), { runId: 'run_6' }],
    ['drop', 'once it is on the page', pulse('run_6', 'running'), { runId: 'run_6' }],
  ] as const)('is %s %s', (kind, _when, now, changes) => {
    expect(nextStep([item(changes), item({ key: 'k2' })], now)).toMatchObject({ kind, item: { key: 'k1' } })
  })

  it('says why a question waits for the hand', () => {
    expect(nextStep([item()], pulse('run_5', 'cancelled'))).toMatchObject({ why: 'answerStopped' })
    expect(nextStep([item({ problem: 'Not now.' })], pulse('run_5', 'completed'))).toMatchObject({ why: 'Not now.' })
  })
})
