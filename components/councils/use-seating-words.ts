import { useTranslations } from 'use-intl/react'
import type { Seat, SeatId } from '@/lib/core/council/types.ts'

export type Seated = { seats: Seat[]; reviewers: SeatId[]; chairman: SeatId }

/** Who answers, who reviews, who writes the verdict: core's sentence of a seating in the reader's language. */
export function useSeatingWords(): (seating: Seated) => string {
  const t = useTranslations('picker')
  const inWords = (names: string[]) =>
    names.length < 2 ? (names[0] ?? '') : t('and', { list: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' })

  return ({ seats, reviewers, chairman }) => {
    const members = seats.filter((seat) => seat.id !== chairman)
    const judging = members.filter(({ id }) => reviewers.includes(id)).length
    return t(`does.${kindOf(members.length, judging, reviewers.length)}`, {
      members: inWords(members.map(({ name }) => name)),
      count: judging,
      chairman: seats.find(({ id }) => id === chairman)?.name ?? chairman,
    })
  }
}

function kindOf(members: number, judging: number, reviewers: number) {
  if (members === 1) return 'one'
  if (reviewers === 0) return 'nobody'
  const isWithChairman = reviewers > judging
  if (judging === members) return isWithChairman ? 'allAndChairman' : 'all'
  return isWithChairman ? 'someAndChairman' : 'some'
}
