import { reviewersApart } from '../council/reviewers.ts'
import { memberAnswers, outReason } from '../council/select.ts'
import { consensusSentence, DEMO_SENTENCE, failureSentence } from '../council/sentences.ts'
import type { CallState, RunState } from '../council/state.ts'
import type { Ballot, SeatId, TallyEntry } from '../council/types.ts'
import { asInlineText, asMarkdownText } from './markdown-text.ts'
import { seatName, sitterName } from './seat-name.ts'

/** Who sat, and how the reviewers placed them. */
export function rankingSection(run: RunState): string[] {
  if (run.plan.kind === 'single') return []
  const seats = run.plan.seats.map((seat) => {
    const isApart = reviewersApart(run.plan).includes(seat.id)
    const role = seat.id === run.plan.chairman ? ', chairman' : isApart ? ', reviewer' : ''
    const others = [...new Set(run.calls.flatMap((call) => standInOf(call, seat.id)))].map((it) => `, then ${it}`)
    return `- ${name(run, seat.id)} (${asInlineText(seat.model)}${seat.demo ? `, ${DEMO_SENTENCE}` : ''})${role}${others.join('')}`
  })
  const council = ['### Council', seats.join('\n')]
  if (!run.tally || run.tally.entries.length === 0) return council
  const rows = [...run.tally.entries].sort((a, b) => a.rank - b.rank).map((entry) => rankingRow(run, entry))
  const table = ['| Place | Member | Score | Ballots | Rubric |', '| ---: | :--- | ---: | ---: | ---: |', ...rows]
  return [...council, '### Ranking', table.join('\n'), consensusSentence(run.tally.consensus)]
}

/** Who else was asked for a seat. */
function standInOf({ seat, standIn, model }: CallState, id: SeatId): string[] {
  return standIn && seat === id ? [`${asInlineText(standIn.name)} (${asInlineText(model)})`] : []
}

function rankingRow(run: RunState, { rank, seat, score, ballots, rubric }: TallyEntry): string {
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2))
  return `| ${rank} | ${author(run, seat)} | ${figure(score)} | ${ballots} | ${figure(rubric)} |`
}

/** What every member answered, or why it did not. */
export function membersSection(run: RunState): string[] {
  if (run.plan.members.length === 0) return []
  const answers = new Map(memberAnswers(run).map((answer) => [answer.seat, answer]))
  const blocks = run.plan.members.flatMap((seat) => {
    const answer = answers.get(seat)
    const heading = `#### ${author(run, seat)}`
    if (answer) return [heading, asMarkdownText(answer.text)]
    const reason = outReason(run, 'first_opinions', seat)
    const why = reason === null ? 'There is no answer.' : failureSentence(reason, seatName(run, seat), run.plan.limits)
    return [heading, `_${asInlineText(why)}_`]
  })
  return ['### Answers of the members', ...blocks]
}

/** Every ballot: its order, its comments, what is to be said of it, and a review's own words where it has no comments. */
export function reviewsSection(run: RunState): string[] {
  if (run.ballots.length === 0) return []
  return ['### Reviews', ...run.ballots.flatMap((ballot) => ballotBlocks(run, ballot))]
}

function ballotBlocks(run: RunState, ballot: Ballot): string[] {
  const order = ballot.ranking.map((tier) => tier.map((seat) => author(run, seat)).join(' = ')).join(' > ')
  const comments = Object.entries(ballot.comments).map(
    ([seat, text]) => `- ${author(run, seat)}: ${asInlineText(text)}`,
  )
  return [
    `#### ${asInlineText(sitterName(run, 'review', ballot.reviewer))}`,
    order === '' ? '_No order._' : order,
    ...(comments.length > 0 ? [comments.join('\n')] : ballot.raw === '' ? [] : [asMarkdownText(ballot.raw)]),
    ...(ballot.problem === null ? [] : [`_${asInlineText(ballot.problem)}_`]),
  ]
}

/** Who wrote the answer of a member. */
function author(run: RunState, seat: SeatId): string {
  return asInlineText(sitterName(run, 'first_opinions', seat))
}

function name(run: RunState, seat: SeatId): string {
  return asInlineText(seatName(run, seat))
}
