import { ExportMenu } from '@/components/conversations/export-menu.tsx'
import { TitleArrival } from '@/components/conversations/title-arrival.tsx'
import { DeviceLinkButton } from '@/components/layout/device-link.tsx'
import { deviceLinkAction } from '../../../d/actions.ts'

/** What can be done with a conversation as a whole, and what looks for its title. */
export function ThreadTools({ id, isTitleDue }: { id: string; isTitleDue: boolean }) {
  return (
    <>
      <TitleArrival isDue={isTitleDue} />
      <ExportMenu conversationId={id} />
      <DeviceLinkButton createLink={deviceLinkAction} />
    </>
  )
}
