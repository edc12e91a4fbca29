'use server'
import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { restoreConversation } from '@/lib/services/conversations/index.ts'
import { visitorCtx } from '../../visitor.ts'

/** Brings a deleted conversation of the visitor back and leads to it. */
export async function restoreAction(id: string): Promise<void> {
  const ctx = await visitorCtx()
  if (ctx) await restoreConversation(ctx, id)
  revalidatePath('/', 'layout')
  redirect(`/c/${id}` as Route)
}
