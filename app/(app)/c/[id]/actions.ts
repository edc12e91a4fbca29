'use server'
import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { showBranch } from '@/lib/services/conversations/index.ts'
import { visitorCtx } from '../../../visitor.ts'

/** Shows another question or answer at a place of the visitor's conversation. */
export async function showBranchAction(form: FormData): Promise<void> {
  const ctx = (await visitorCtx()) ?? notFound()
  const [id, runId] = [form.get('conversationId'), form.get('runId')]
  if (typeof id !== 'string' || typeof runId !== 'string') notFound()
  await showBranch(ctx, { id, runId }).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    notFound()
  })
  redirect(`/c/${id}` as Route)
}
