import { useActionState, useState, useTransition } from 'react'
import { type AskAction, type AskFormState, NOTHING_ASKED } from './ask-form.ts'
import { useAskWords } from './use-ask-words.ts'

/** What a composer does once its question was taken, or was not. */
export type AskOutcome = { onAsked: () => void; onRefused: () => void }

/** Asks without leaving the page; answers null when the question was taken, else what stands against it. Never rejects. */
export type AskHere = (form: FormData) => Promise<AskFormState | null>

/**
 * Sends the composer's form. Without JavaScript the browser posts `formAction` itself; with it `send` does, over
 * `askHere` where there is a page to stay on, so that a lost connection becomes a sentence instead of an error page.
 */
export function useAsk(action: AskAction, initial: AskFormState = NOTHING_ASKED, askHere?: AskHere) {
  const { questionProblem, unreached } = useAskWords()
  const [served, formAction] = useActionState(action, initial)
  const [refused, setRefused] = useState<AskFormState | null>(null)
  const [isLeaving, startLeaving] = useTransition()
  const [isAsking, setAsking] = useState(false)
  const isSending = isLeaving || isAsking
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
    if (askHere) return void stay(askHere, form, { onAsked, refuse })
    startLeaving(async () => {
      try {
        refuse(await action(state, form))
      } catch (error) {
        if (!isRedirect(error)) return refuse({ error: unreached, field: null, question })
        onAsked()
        throw error
      }
    })
  }

  // No transition: one that waits for the network would hold back every link of the page.
  async function stay(ask: AskHere, form: FormData, then: { onAsked(): void; refuse(next: AskFormState): void }) {
    setAsking(true)
    const next = await ask(form)
    setAsking(false)
    if (next) return then.refuse(next)
    setRefused(NOTHING_ASKED)
    then.onAsked()
  }

  return { state, served, formAction, send, isSending }
}

/** Next carries a redirect of a server action as an error with this digest. */
function isRedirect(error: unknown): boolean {
  const digest = (error as { digest?: unknown } | null)?.digest
  return typeof digest === 'string' && digest.startsWith('NEXT_REDIRECT')
}
