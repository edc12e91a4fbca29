import 'server-only'
import { questionHead, splitQuestion } from '@/lib/core/conversations/question-text.ts'
import { finalAnswer, hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { Markdown } from '../markdown/markdown.tsx'
import type { RunTexts } from './run-text.tsx'
import { memberViews } from './seat-view.ts'
import { answerSlot, QUESTION_SLOT } from './text-slots.ts'

/**
 * The texts of a run that has ended, for the browser to show as they are; undefined for one that goes on. Of an old turn
 * only the answer: its members are folded, and are rendered in the browser for whoever opens them.
 */
export function renderTexts(run: RunState, isOld: boolean): RunTexts | undefined {
  if (!hasEnded(run)) return undefined
  const { body } = questionHead(splitQuestion(run.question).text)
  const answer = finalAnswer(run)
  const members = isOld || run.plan.kind !== 'council' ? [] : memberViews(run)
  return {
    ...(body === '' ? {} : { [QUESTION_SLOT]: <Markdown source={body} /> }),
    ...(answer ? { [answerSlot(answer)]: <Markdown source={answer.text} voice="verdict" /> } : {}),
    ...Object.fromEntries(
      members
        .filter((view) => view.text !== '')
        .map((view) => [view.seat.id, <Markdown key={view.seat.id} source={view.text} />]),
    ),
  }
}
