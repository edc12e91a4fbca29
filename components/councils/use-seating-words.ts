import { useTranslations } from 'use-intl/react'
import { reviewersApart } from '@/lib/core/council/reviewers.ts'
import type { Seat, SeatId } from '@/lib/core/council/types.ts'

export type Seated = { seats: Seat[]; members: SeatId[]; reviewers: SeatId[]; chairman: SeatId }

/** Who answers, who reviews, who writes the verdict: core's sentence of a seating in the reader's language. */
export function useSeatingWords(): (seating: Seated) => string {
  const t = useTranslations('picker')
  const inWords = (names: string[]) =>
    names.length < 2 ? (names[0] ?? '') : t('and', { list: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' })

  return (seating) => {
    const { seats, members, reviewers, chairman } = seating
    const nameOf = (id: SeatId) => seats.find((seat) => seat.id === id)?.name ?? id
    const names = { members: inWords(members.map(nameOf)), chairman: nameOf(chairman) }
    if (members.length > 1 && reviewersApart(seating).length > 0) {
      return t('does.apart', { ...names, reviewers: inWords(reviewers.map(nameOf)) })
    }
    const judging = members.filter((id) => reviewers.includes(id)).length
    return t(`does.${kindOf(members.length, judging, reviewers.length)}`, { ...names, count: judging })
  }
}

/** What a council does: a preset as it is described, unless it is seated otherwise than that says. */
export function useCouncilWords(): (council: Seated & { kind: 'preset' | 'own'; description: string }) => string {
  const seatingWords = useSeatingWords()
  return (council) => {
    const isAsDescribed = council.kind === 'preset' && reviewersApart(council).length === 0
    return isAsDescribed ? council.description : seatingWords(council)
  }
}

function kindOf(members: number, judging: number, reviewers: number) {
  if (members === 1) return 'one'
  if (reviewers === 0) return 'nobody'
  const isWithChairman = reviewers > judging
  if (judging === members) return isWithChairman ? 'allAndChairman' : 'all'
  return isWithChairman ? 'someAndChairman' : 'some'
}
