import { useActionState, useState, useTransition } from 'react'
import { type AskAction, type AskFormState, NOTHING_ASKED, questionProblem } from './ask-form.ts'

const UNREACHED = 'The question did not reach the server. It is still here; try again.'

/** What a composer does once its question was taken, or was not. */
export type AskOutcome = { onAsked: () => void; onRefused: () => void }

/**
 * Sends the composer's form. Without JavaScript the browser posts `formAction` itself; with it `send` does, so that a
 * lost connection becomes a sentence under the field instead of an error page.
 */
export function useAsk(action: AskAction, initial: AskFormState = NOTHING_ASKED) {
  const [served, formAction] = useActionState(action, initial)
  const [refused, setRefused] = useState<AskFormState | null>(null)
  const [isSending, startSending] = useTransition()
  const state = refused ?? served

  function send(form: FormData, { onAsked, onRefused }: AskOutcome) {
    if (isSending) return
    const refuse = (next: AskFormState) => {
      setRefused(next)
      onRefused()
    }
    const question = String(form.get('question') ?? '')
    const problem = questionProblem(question)
    if (problem) return refuse({ error: problem, field: 'question', question })
    startSending(async () => {
      try {
        refuse(await action(state, form))
      } catch (error) {
        if (!isRedirect(error)) return refuse({ error: UNREACHED, field: null, question })
        onAsked()
        throw error
      }
    })
  }

  return { state, served, formAction, send, isSending }
}

/** Next carries a redirect of a server action as an error with this digest. */
function isRedirect(error: unknown): boolean {
  const digest = (error as { digest?: unknown } | null)?.digest
  return typeof digest === 'string' && digest.startsWith('NEXT_REDIRECT')
}
