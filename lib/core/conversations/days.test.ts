import { describe, expect, it } from 'vitest'
import { groupByDay, timeZoneOr } from './days.ts'

const ENGLISH = { today: 'Today', yesterday: 'Yesterday', week: 'Previous 7 days', locale: 'en' }
const at = (iso: string) => ({ updatedAt: Date.parse(iso) })
const labels = (isos: string[], now: string, timeZone: string) =>
  groupByDay(isos.map(at), { now: Date.parse(now), timeZone, words: ENGLISH }).map(({ label, items }) => [
    label,
    items.length,
  ])

describe('conversations by day', () => {
  it('are under today, yesterday, the week and then months, with the year where it is another', () => {
    const times = [
      ...['2026-11-20T09:00:00Z', '2026-11-20T00:00:00Z', '2026-11-19T23:59:59Z', '2026-11-18T12:00:00Z'],
      ...['2026-11-13T00:00:00Z', '2026-11-12T23:00:00Z', '2026-10-31T10:00:00Z', '2025-11-20T10:00:00Z'],
    ]
    expect(labels(times, '2026-11-20T12:00:00Z', 'UTC')).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
      ['Previous 7 days', 2],
      ['November', 1],
      ['October', 1],
      ['November 2025', 1],
    ])
  })

  it('are called as the reader says it, months with a capital letter', () => {
    const words = { today: 'Hoy', yesterday: 'Ayer', week: 'Últimos 7 días', locale: 'es' }
    const items = ['2026-11-20T09:00:00Z', '2026-10-31T10:00:00Z', '2025-11-20T10:00:00Z'].map(at)
    const groups = groupByDay(items, { now: Date.parse('2026-11-20T12:00:00Z'), timeZone: 'UTC', words })
    expect(groups.map(({ label }) => label)).toEqual(['Hoy', 'Octubre', 'Noviembre de 2025'])
  })

  it('follow the calendar of the visitor, not of the server', () => {
    const evening = '2026-11-20T04:30:00Z'
    const now = '2026-11-20T12:00:00Z'
    expect(labels([evening], now, 'America/New_York')).toEqual([['Yesterday', 1]])
    expect(labels([evening], now, 'Europe/Berlin')).toEqual([['Today', 1]])
    expect(labels(['2026-12-31T16:00:00Z'], '2026-12-31T17:00:00Z', 'Pacific/Auckland')).toEqual([['Today', 1]])
  })

  it('count calendar days over a change of the clock', () => {
    expect(labels(['2026-03-28T23:30:00Z'], '2026-03-29T21:00:00Z', 'Europe/Berlin')).toEqual([['Today', 1]])
    expect(labels(['2026-03-28T22:30:00Z'], '2026-03-29T21:00:00Z', 'Europe/Berlin')).toEqual([['Yesterday', 1]])
  })

  it('are today where another clock is ahead', () => {
    expect(labels(['2026-11-21T00:10:00Z'], '2026-11-20T23:59:00Z', 'UTC')).toEqual([['Today', 1]])
  })
})

it.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  [undefined, 'UTC'],
  ['Mars/Olympus', 'UTC'],
  ['"><script>', 'UTC'],
])('the time zone %j is taken as %s', (value, zone) => {
  expect(timeZoneOr(value)).toBe(zone)
})
