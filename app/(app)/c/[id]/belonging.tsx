import { ThreadLine } from '@/components/threads/thread-line.tsx'
import type { ThreadAnchor } from '@/lib/core/conversations/types.ts'
import { findAnchor } from './beside.ts'

/** Where a thread belongs, on its own page; nothing for what is no thread. */
export async function Belonging({ anchor }: { anchor: ThreadAnchor | null }) {
  const found = anchor && (await findAnchor(anchor))
  if (!found) return null
  const { about, title } = found
  return <ThreadLine what={about.what} turnId={about.turnId} conversation={{ id: anchor.conversationId, title }} />
}
