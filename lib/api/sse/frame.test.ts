import { createParser } from 'eventsource-parser'
import { describe, expect, it } from 'vitest'
import { fullState } from '../../core/council/lean.ts'
import type { Frame } from '../../core/council/wire.ts'
import { sampleState } from '../runs/samples.ts'
import { encodeFrame, HEARTBEAT, resumePoint, STREAM_HEAD } from './frame.ts'

function parse(text: string) {
  const events: { id?: string | undefined; event?: string | undefined; data: string }[] = []
  let retry = 0
  const parser = createParser({ onEvent: (event) => events.push(event), onRetry: (ms) => (retry = ms) })
  parser.feed(text)
  return { events, retry }
}

const frames: Frame[] = [
  { event: 'run.snapshot', id: '1-7', data: sampleState },
  { event: 'run.started', id: '1-8', data: { type: 'run.started', seq: 8, at: 1 } },
  { event: 'delta', id: null, data: { s1: [0, 'a\nb\r\n\n: c\u2028\nevent: x'] } },
]

describe('the event stream format', () => {
  it('gives every frame back unharmed, whatever line breaks its text holds', () => {
    const { events, retry } = parse(STREAM_HEAD + frames.map((frame) => HEARTBEAT + encodeFrame(frame)).join(''))
    const read = events.map(({ event = 'delta', data }) => ({ event, data: JSON.parse(data) }))
    const whole = read.map(({ event, data }) => ({ event, data: event === 'run.snapshot' ? fullState(data) : data }))
    expect(whole).toEqual(frames.map(({ event, data }) => ({ event, data })))
    expect(retry).toBe(2000)
  })

  it('gives ids to state events only', () => {
    expect(parse(frames.map(encodeFrame).join('')).events.map(({ id }) => id)).toEqual(['1-7', '1-8', undefined])
  })
})

describe('where a reader left off', () => {
  const url = (query = '') => new URL(`http://council.test/api/v1/runs/x/events${query}`)

  it('is the header before the query, which a browser repeats when it comes back', () => {
    expect(resumePoint(new Headers({ 'last-event-id': '2-31' }), url('?after=1-4'))).toBe('2-31')
    expect(resumePoint(new Headers(), url('?after=1-4'))).toBe('1-4')
    expect(resumePoint(new Headers(), url())).toBeNull()
  })

  it.each(['', '1', '1-', '-1', '1-2-3', '1-2; drop', '1-99999999999', 'NaN-1', '0x1-2', "1-2'"])(
    'is nowhere when %j is claimed',
    (claimed) => {
      expect(resumePoint(new Headers({ 'last-event-id': claimed }), url())).toBeNull()
    },
  )
})
