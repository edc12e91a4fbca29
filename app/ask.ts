import type { Route } from 'next'
import { redirect } from 'next/navigation'
import type { AskFormState } from '@/components/conversations/ask-form.ts'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { type Started, type StartInput, startRun } from '@/lib/services/runs/index.ts'
import { toldQuestion } from './told.ts'
import { visitorCtxOrNew } from './visitor.ts'

/** Asks for a form and leads to where the answer will be; what stands against it comes back with the text kept. */
export async function askAndGo(
  input: StartInput & { question: string },
  pageOf: (started: Started) => Route,
): Promise<AskFormState> {
  let target: Route
  try {
    target = pageOf(await startRun(await visitorCtxOrNew(), input))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return {
      error: await toldQuestion(error, input.question),
      field: error.details.param ?? null,
      question: input.question,
    }
  }
  redirect(target)
}
