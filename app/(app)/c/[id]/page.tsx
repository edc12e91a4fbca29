import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ExportMenu } from '@/components/conversations/export-menu.tsx'
import { FollowUp } from '@/components/conversations/follow-up.tsx'
import { Thread } from '@/components/conversations/thread.tsx'
import { DeviceLinkButton } from '@/components/layout/device-link.tsx'
import { deviceLinkAction } from '../../../d/actions.ts'
import { composerProps } from '../../../form-props.ts'
import { askAction } from '../../actions.ts'
import { Belonging } from './belonging.tsx'
import type { BesideSearch } from './beside.ts'
import { findThread } from './thread.ts'
import { WithThreads } from './with-threads.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: BesideSearch }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const thread = await findThread((await params).id)
  return { title: thread?.title ?? 'Not found', robots: { index: false } }
}

export default async function ConversationPage({ params, searchParams }: Props) {
  const { id } = await params
  const thread = (await findThread(id)) ?? notFound()
  const composer = await composerProps()
  const page = (
    <Thread
      title={thread.title}
      turns={thread.turns}
      tools={
        <>
          {thread.about && <Belonging anchor={thread.about} />}
          <ExportMenu conversationId={id} />
          <DeviceLinkButton createLink={deviceLinkAction} />
        </>
      }
      composer={<FollowUp {...composer} action={askAction} conversationId={id} />}
    />
  )
  if (thread.about) return page
  return (
    <WithThreads conversationId={id} search={searchParams} form={composer}>
      {page}
    </WithThreads>
  )
}
