import { DeviceLinkButton, type DeviceLinkProps } from '../layout/device-link.tsx'
import { ExportMenu } from './export-menu.tsx'
import { TitleArrival } from './title-arrival.tsx'

/** What can be done with a conversation as a whole, over its first question. */
export function ConversationTools({
  conversationId,
  isTitleDue,
  createLink,
}: DeviceLinkProps & { conversationId: string; isTitleDue: boolean }) {
  return (
    <>
      <TitleArrival isDue={isTitleDue} />
      <ExportMenu conversationId={conversationId} />
      <DeviceLinkButton createLink={createLink} />
    </>
  )
}
