import { QuestionBody } from '@/components/runs/question-body.tsx'
import { questionHead, splitQuestion } from '@/lib/core/conversations/question-text.ts'

/** A question as its page will show it. Loaded when somebody first wants to see it. */
export function QuestionPreview({ question }: { question: string }) {
  const { text, pieces } = splitQuestion(question)
  const { head, body } = questionHead(text)
  return (
    <>
      <p className="whitespace-pre-wrap wrap-anywhere font-semibold text-lg leading-snug">{head}</p>
      <QuestionBody body={body} pieces={pieces} />
    </>
  )
}
