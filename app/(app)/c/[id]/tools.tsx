import { ExportMenu } from '@/components/conversations/export-menu.tsx'
import { DeviceLinkButton } from '@/components/layout/device-link.tsx'
import { ThreadLine } from '@/components/threads/thread-line.tsx'
import type { ThreadAnchor } from '@/lib/core/conversations/types.ts'
import { deviceLinkAction } from '../../../d/actions.ts'
import { findAnchor } from './beside.ts'

/** What can be done with a conversation as a whole; for a thread also where it belongs. */
export function Tools({ conversationId, anchor }: { conversationId: string; anchor: ThreadAnchor | null }) {
  return (
    <>
      {anchor && <Belonging anchor={anchor} />}
      <ExportMenu conversationId={conversationId} />
      <DeviceLinkButton createLink={deviceLinkAction} />
    </>
  )
}

async function Belonging({ anchor }: { anchor: ThreadAnchor }) {
  const found = await findAnchor(anchor)
  if (!found) return null
  const { about, title } = found
  return <ThreadLine name={about.name} turnId={about.turnId} conversation={{ id: anchor.conversationId, title }} />
}
