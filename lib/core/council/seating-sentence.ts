import type { Seating } from './presets.ts'
import { reviewersApart } from './reviewers.ts'

/** What happens in a council, in one sentence: who answers, who reviews, who writes the verdict. */
export function seatingSentence(seating: Seating): string {
  const { seats, members, reviewers, chairman } = seating
  const nameOf = (id: string) => seats.find((seat) => seat.id === id)?.name ?? id
  const answering = `${inWords(members.map(nameOf))} ${members.length === 1 ? 'answers' : 'answer'}`
  const isApart = members.length > 1 && reviewersApart(seating).length > 0
  const review = isApart ? `, reviewed by ${inWords(reviewers.map(nameOf))}` : reviewPart(members, reviewers)
  return `${answering}${review}; ${nameOf(chairman)} writes the verdict.`
}

function reviewPart(members: string[], reviewers: string[]): string {
  if (members.length === 1) return ''
  if (reviewers.length === 0) return ', nobody reviews'
  const judging = members.filter((id) => reviewers.includes(id)).length
  const withChairman = reviewers.length > judging ? ', the chairman reviews too' : ''
  if (judging === members.length) return ` and review one another${withChairman}`
  return `, ${judging} of them review${withChairman}`
}

function inWords(names: string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
