import { ApiProblem } from '@/lib/client/api-problem.ts'
import { type AskFormState, UNREACHED } from './ask-form.ts'

/** Why the API did not take a question, as a sentence, and the field at fault. Anything but its own errors is thrown on. */
export function refusalOf(error: unknown): Pick<AskFormState, 'error' | 'field'> {
  if (!(error instanceof ApiProblem)) throw error
  if (error.code === 'NETWORK') return { error: UNREACHED, field: null }
  const about = error.issues.find(({ path }) => path.split('.').at(-1) === 'question')
  return { error: (about ?? error.issues[0])?.message ?? error.message, field: about ? 'question' : null }
}
