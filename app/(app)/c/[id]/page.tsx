import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FollowUp } from '@/components/conversations/follow-up.tsx'
import { pulseOf } from '@/components/conversations/pulse.ts'
import { Thread } from '@/components/conversations/thread.tsx'
import { composerProps } from '../../../form-props.ts'
import { askAction } from '../../actions.ts'
import type { BesideSearch } from './beside.ts'
import { findThread } from './thread.ts'
import { Tools } from './tools.tsx'
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
  return (
    <WithThreads conversationId={id} anchor={thread.about} search={searchParams} form={composer}>
      <Thread
        title={thread.title}
        turns={thread.turns}
        tools={<Tools conversationId={id} anchor={thread.about} />}
        composer={<FollowUp {...composer} action={askAction} conversationId={id} pulse={pulseOf(thread.turns)} />}
      />
    </WithThreads>
  )
}
