import type { Seating } from './presets.ts'

/** What happens in a council, in one sentence: who answers, who reviews, who writes the verdict. */
export function seatingSentence({ seats, members, reviewers, chairman }: Seating): string {
  const nameOf = (id: string) => seats.find((seat) => seat.id === id)?.name ?? id
  const answering = `${inWords(members.map(nameOf))} ${members.length === 1 ? 'answers' : 'answer'}`
  return `${answering}${reviewPart(members, reviewers)}; ${nameOf(chairman)} writes the verdict.`
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
