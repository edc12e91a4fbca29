import 'server-only'
import { findRemovedTitle } from '@/lib/services/conversations/index.ts'
import { visitorCtx } from '../../../visitor.ts'

/** The title of a conversation of the visitor that was deleted and can be restored; null for every other id. */
export async function findDeleted(id: string): Promise<string | null> {
  const ctx = await visitorCtx()
  return ctx && findRemovedTitle(ctx, id)
}
