import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ExportMenu } from '@/components/conversations/export-menu.tsx'
import { FollowUp } from '@/components/conversations/follow-up.tsx'
import { Thread } from '@/components/conversations/thread.tsx'
import { translator } from '@/components/language/current.ts'
import { DeviceLinkButton } from '@/components/layout/device-link.tsx'
import { deviceLinkAction } from '../../../d/actions.ts'
import { composerProps } from '../../../form-props.ts'
import { askAction } from '../../actions.ts'
import { findThread } from './thread.ts'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const thread = await findThread((await params).id)
  return { title: thread?.title ?? (await translator('notFound'))('title'), robots: { index: false } }
}

export default async function ConversationPage({ params }: Props) {
  const { id } = await params
  const thread = (await findThread(id)) ?? notFound()
  const composer = await composerProps()
  return (
    <Thread
      title={thread.title}
      turns={thread.turns}
      tools={
        <>
          <ExportMenu conversationId={id} />
          <DeviceLinkButton createLink={deviceLinkAction} />
        </>
      }
      composer={<FollowUp {...composer} action={askAction} conversationId={id} />}
    />
  )
}
