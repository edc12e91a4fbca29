import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FollowUp } from '@/components/conversations/follow-up.tsx'
import { pulseOf } from '@/components/conversations/pulse.ts'
import { Thread } from '@/components/conversations/thread.tsx'
import { composerProps } from '../../../form-props.ts'
import { askAction } from '../../actions.ts'
import { showBranchAction } from './actions.ts'
import { type ThreadAddress, threadAt } from './thread.ts'
import { Tools } from './tools.tsx'
import { WithThreads } from './with-threads.tsx'

export async function generateMetadata(props: ThreadAddress): Promise<Metadata> {
  const thread = await threadAt(props)
  return { title: thread?.title ?? 'Not found', robots: { index: false } }
}

export default async function ConversationPage(props: ThreadAddress) {
  const { id } = await props.params
  const thread = (await threadAt(props)) ?? notFound()
  const composer = await composerProps()
  const chairmen = composer.models.map(({ id, name }) => ({ id, name }))
  return (
    <WithThreads conversationId={id} anchor={thread.about} search={await props.searchParams} form={composer}>
      <Thread
        title={thread.title}
        turns={thread.turns.map(({ versions, runs, ...turn }) => ({
          ...turn,
          tools: { versions, runs, chairmen, show: showBranchAction },
        }))}
        tools={<Tools conversationId={id} anchor={thread.about} />}
        composer={<FollowUp {...composer} action={askAction} conversationId={id} pulse={pulseOf(thread.turns)} />}
      />
    </WithThreads>
  )
}
