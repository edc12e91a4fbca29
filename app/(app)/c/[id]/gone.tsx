import { notFound } from 'next/navigation'
import { Deleted } from '@/components/conversations/deleted.tsx'
import { findRemovedTitle } from '@/lib/services/conversations/index.ts'
import { visitorCtx } from '../../../visitor.ts'
import { restoreAction } from '../restore.ts'

/** Where there is no conversation: that it was deleted, where it was the visitor's, else nothing at all. */
export async function Gone({ id }: { id: string }) {
  const ctx = await visitorCtx()
  const title = ctx && (await findRemovedTitle(ctx, id))
  return <Deleted title={title ?? notFound()} restore={restoreAction.bind(null, id)} />
}
