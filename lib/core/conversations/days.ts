/** Items of one heading, in the order they came. */
export type DayGroup<T> = { label: string; items: T[] }

/** What the headings are called, and in which language months are. */
export type DayWords = { today: string; yesterday: string; week: string; locale: string }

const WEEK_DAYS = 7
const DAY_MS = 86_400_000

/**
 * Items by the day of their last activity as a calendar in `timeZone` sees it: today, yesterday, the 7 days before, then
 * months. Items are newest first; times are Unix milliseconds.
 */
export function groupByDay<T extends { updatedAt: number }>(
  items: readonly T[],
  { now, timeZone, words }: { now: number; timeZone: string; words: DayWords },
): DayGroup<T>[] {
  const calendar = calendarOf(timeZone)
  const today = calendar(now)
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const label = labelOf(calendar(item.updatedAt), today, words)
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

function labelOf(day: Day, today: Day, words: DayWords): string {
  const age = today.number - day.number
  if (age <= 0) return words.today
  if (age === 1) return words.yesterday
  if (age <= WEEK_DAYS) return words.week
  const year = day.year === today.year ? undefined : 'numeric'
  const name = new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', month: 'long', year }).format(
    day.number * DAY_MS,
  )
  return name.charAt(0).toLocaleUpperCase(words.locale) + name.slice(1)
}
