import { useTranslations } from 'use-intl/react'
import { useFigures } from '@/components/language/figures.ts'
import { useProblem } from '@/components/language/problem.ts'
import { ApiProblem } from '@/lib/client/api-problem.ts'
import { type AskFormState, QUESTION_MAX } from './ask-form.ts'

/** What is said of a question that was not taken. */
export function useAskWords() {
  const t = useTranslations('problems')
  const unreached = useTranslations('composer')('unreached')
  const say = useProblem()
  const { plain } = useFigures()

  /** What can be said before it is sent; null when nothing stands against it. */
  function questionProblem(question: string): string | null {
    const { length } = question.trim()
    if (length === 0) return t('questionEmpty')
    if (length <= QUESTION_MAX) return null
    return t('questionLongBy', { max: plain(QUESTION_MAX), length: plain(length) })
  }

  /** Why the API did not take it, and the field at fault. Anything but its own errors is thrown on. */
  function refusalOf(error: unknown): Pick<AskFormState, 'error' | 'field'> {
    if (!(error instanceof ApiProblem)) throw error
    if (error.code === 'NETWORK') return { error: unreached, field: null }
    const about = error.issues.find(({ path }) => path.split('.').at(-1) === 'question')
    const { message } = about ?? error.issues[0] ?? error
    return { error: say({ code: error.code, message }), field: about ? 'question' : null }
  }

  return { questionProblem, refusalOf, unreached }
}
