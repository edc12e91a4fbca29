import 'server-only'
import { QUESTION_MAX } from '@/components/conversations/ask-form.ts'
import { currentLanguage, translator } from '@/components/language/current.ts'
import type { AppError } from '@/lib/core/kernel/errors.ts'

/** What a verb refused, as a sentence in the visitor's language; in English its own. The field's name is not part of it. */
export async function toldProblem({ code, message, details }: AppError): Promise<string> {
  const language = await currentLanguage()
  if (language === 'en') return details.issues?.[0]?.message ?? message
  const t = await translator('problems')
  return t.has(code) ? t(code) : t('other')
}

/** The same for a question, of which two things can be wrong. */
export async function toldQuestion(error: AppError, question: string): Promise<string> {
  if (error.details.param !== 'question') return toldProblem(error)
  const t = await translator('problems')
  if (question.trim() === '') return t('questionEmpty')
  return t('questionLong', { max: QUESTION_MAX.toLocaleString(await currentLanguage()) })
}
