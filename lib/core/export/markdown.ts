import { tokens, totalCost } from '../council/figures.ts'
import { finalAnswer, totalsOf, writingStage } from '../council/select.ts'
import { qualitySentence } from '../council/sentences.ts'
import type { RunState } from '../council/state.ts'
import { membersSection, rankingSection, reviewsSection } from './markdown-evidence.ts'
import { asInlineText, asMarkdownText } from './markdown-text.ts'
import { sitterName } from './seat-name.ts'
import type { ExportedConversation } from './types.ts'

/** The conversation for reading: of every question the last of its runs, answer first and evidence below. */
export function toMarkdown({ title, createdAt, turns }: ExportedConversation): string {
  const count = turns.length === 1 ? '1 question' : `${turns.length} questions`
  const head = [`# ${asInlineText(title)}`, `_${count}, begun on ${dayOf(createdAt)}_`]
  return `${[...head, ...turns.flatMap(turnBlocks)].join('\n\n')}\n`
}

function turnBlocks(turn: ExportedConversation['turns'][number], index: number): string[] {
  const run = turn.runs.at(-1)?.state
  const blocks = [`## Question ${index + 1}`, asMarkdownText(turn.question)]
  if (!run) return [...blocks, '_No answer had ended when this was exported._']
  const others = turn.runs.length - 1
  return [
    ...blocks,
    ...answerBlocks(run),
    ...rankingSection(run),
    ...membersSection(run),
    ...reviewsSection(run),
    ...qualityBlocks(run),
    '### Cost',
    costLine(run),
    ...(others > 0
      ? [`_${others} other ${others === 1 ? 'run' : 'runs'} of this question are in the JSON export._`]
      : []),
  ]
}

function answerBlocks(run: RunState): string[] {
  const answer = finalAnswer(run)
  if (!answer)
    return ['### Final answer', `_There is none: the run ${run.status === 'failed' ? 'failed' : 'was stopped'}._`]
  const writer = asInlineText(sitterName(run, writingStage(answer), answer.seat))
  const note = answer.isTaken
    ? `The answer of ${writer}, taken as the final one`
    : answer.lastResort
      ? `The best-placed answer, by ${writer}, in place of a verdict`
      : `Written by ${writer}${answer.isWhole ? '' : ', cut short'}`
  return ['### Final answer', asMarkdownText(answer.text), `_${note}_`]
}

function qualityBlocks(run: RunState): string[] {
  if (run.reasons.length === 0) return []
  const sentences = run.reasons.map((reason) => `- ${asInlineText(qualitySentence(reason, run))}`)
  return ['### What was not as it should be', sentences.join('\n')]
}

function costLine(run: RunState): string {
  const totals = totalsOf(run)
  const calls = totals.calls === 1 ? '1 call' : `${totals.calls} calls`
  return `${calls}, ${tokens(totals.tokens)}, ${totalCost(totals)}.`
}

function dayOf(unixMs: number): string {
  return new Date(unixMs).toISOString().slice(0, 10)
}
