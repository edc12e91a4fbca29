import { useFormatter } from 'use-intl/react'

/** Times of day as the reader's language and time zone have them. */
export function useClockWords() {
  const format = useFormatter()
  const show = (time: string, options: { second?: '2-digit' }) =>
    format.dateTime(new Date(time), { hour: '2-digit', minute: '2-digit', ...options })
  return {
    minute: (time: string) => show(time, {}),
    second: (time: string) => show(time, { second: '2-digit' }),
  }
}
