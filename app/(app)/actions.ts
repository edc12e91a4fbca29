'use server'
import type { Route } from 'next'
import { redirect } from 'next/navigation'
import type { AskFormState } from '@/components/conversations/ask-form.ts'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { startRun } from '@/lib/services/runs/index.ts'
import { askInputOf } from '../ask-input.ts'
import { visitorCtxOrNew } from '../visitor.ts'

/** Asks the question of a form and leads to its page; what stands against it comes back with the text kept. */
export async function askAction(_previous: AskFormState, form: FormData): Promise<AskFormState> {
  const input = askInputOf(form)
  let target: Route
  try {
    const { conversationId } = await startRun(await visitorCtxOrNew(), input)
    target = `/c/${conversationId}` as Route
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return {
      error: error.details.issues?.[0]?.message ?? error.message,
      field: error.details.param ?? null,
      question: input.question,
    }
  }
  redirect(target)
}
