import { describe, expect, it } from 'vitest'
import { criticalPathMs, delaysMs, gapsMs, spansOf } from './spans.ts'
import type { Trace } from './trace.ts'
import type { LogEntry } from './upstream/log.ts'
import { wordsOf } from './upstream/words.ts'

function entry(model: string, t0: number, done: number, patch: Partial<LogEntry> = {}): LogEntry {
  const blank = { id: 1, wire: 'chat' as const, tag: 't', call: null, stream: true, status: 200, fault: null }
  const counts = {
    bodyHash: '',
    promptChars: 0,
    tokens: 2,
    textBytes: 9,
    sentAt: [10, 20],
    aborted: false,
    structured: false,
    first: t0 + 10,
  }
  return { ...blank, ...counts, model, t0, done, ...patch }
}

const LOG = [
  entry('ada', 100, 200),
  entry('bel', 105, 250),
  entry('ada', 260, 400, { structured: true }),
  entry('bel', 262, 380, { structured: true }),
  entry('eve', 410, 500),
]

function trace(patch: Partial<Trace>): Trace {
  const blank = { tag: 't', runId: 'r', acceptedAt: 0, end: 'run.completed', growths: [], bytes: 0, frames: [] }
  return { ...blank, postedAt: 90, endedAt: 507, ...patch }
}

describe('the critical path of a run', () => {
  it('is the slowest answer, the slowest review and the verdict', () => {
    expect(criticalPathMs(spansOf(LOG))).toBe(145 + 140 + 90)
  })

  it('leaves the gaps between the stages to the product', () => {
    expect(gapsMs(trace({}), spansOf(LOG))).toEqual({ admission: 15, review: 12, verdict: 10, final: 7 })
  })

  it('is refused for a run that did not go through all stages', () => {
    expect(() => spansOf(LOG.slice(0, 3))).toThrow('not a whole council')
  })
})

describe('the delay of a token', () => {
  it('runs from the upstream’s socket to the frame that first showed all of it', () => {
    const text = wordsOf('ada', 2)
    const points = [
      { at: 113, chars: 1 },
      { at: 115, chars: 2 },
      { at: 170, chars: text.length },
    ]
    const growths = [{ stage: 'first_opinions', seat: 's1', model: 'fake/ada', points, text }]
    expect(delaysMs(trace({ growths }), spansOf(LOG))).toEqual({ first: [5], later: [50] })
  })
})
