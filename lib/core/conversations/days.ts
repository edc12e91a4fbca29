/** Items of one heading, in the order they came. */
export type DayGroup<T> = { label: string; items: T[] }

const WEEK_DAYS = 7
const DAY_MS = 86_400_000

/**
 * Items by the day of their last activity as a calendar in `timeZone` sees it: Today, Yesterday, Previous 7 days, then
 * months. Items are newest first; times are Unix milliseconds.
 */
export function groupByDay<T extends { updatedAt: number }>(
  items: readonly T[],
  { now, timeZone }: { now: number; timeZone: string },
): DayGroup<T>[] {
  const calendar = calendarOf(timeZone)
  const today = calendar(now)
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const label = labelOf(calendar(item.updatedAt), today)
    const group = groups.get(label)
    if (group) group.push(item)
    else groups.set(label, [item])
  }
  return [...groups].map(([label, members]) => ({ label, items: members }))
}

/** The zone when it is one, else UTC. */
export function timeZoneOr(value: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value ?? 'UTC' }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

type Day = { year: number; month: number /** Days since 1970 in that calendar. */; number: number }

function calendarOf(timeZone: string): (at: number) => Day {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' })
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const { year = 1970, month = 1, day = 1 } = part
    return { year, month, number: Date.UTC(year, month - 1, day) / DAY_MS }
  }
}

function labelOf(day: Day, today: Day): string {
  const age = today.number - day.number
  if (age <= 0) return 'Today'
  if (age === 1) return 'Yesterday'
  if (age <= WEEK_DAYS) return 'Previous 7 days'
  const name = new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'long' }).format(day.number * DAY_MS)
  return day.year === today.year ? name : `${name} ${day.year}`
}
