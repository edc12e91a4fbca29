import type { Metadata } from 'next'
import { ConversationTools } from '@/components/conversations/conversation-tools.tsx'
import { FollowUp } from '@/components/conversations/follow-up.tsx'
import { pulseOf } from '@/components/conversations/pulse.ts'
import { Thread } from '@/components/conversations/thread.tsx'
import { translator } from '@/components/language/current.ts'
import { deviceLinkAction } from '../../../d/actions.ts'
import { composerProps } from '../../../form-props.ts'
import { askAction } from '../../actions.ts'
import { Belonging } from './belonging.tsx'
import { Gone } from './gone.tsx'
import { type ThreadAddress, threadAt } from './thread.ts'
import { withTools } from './tools.ts'
import { WithThreads } from './with-threads.tsx'

export async function generateMetadata(props: ThreadAddress): Promise<Metadata> {
  const thread = await threadAt(props)
  return { title: thread?.title ?? (await translator('notFound'))('title'), robots: { index: false } }
}

export default async function ConversationPage(props: ThreadAddress) {
  const [{ id }, thread] = await Promise.all([props.params, threadAt(props)])
  if (!thread) return <Gone id={id} />
  const composer = await composerProps()
  return (
    <WithThreads conversationId={id} anchor={thread.about} search={await props.searchParams} form={composer}>
      <Thread
        title={thread.title}
        turns={withTools(thread.turns, composer.models)}
        belonging={<Belonging anchor={thread.about} />}
        tools={<ConversationTools conversationId={id} isTitleDue={thread.isTitleDue} createLink={deviceLinkAction} />}
        composer={<FollowUp {...composer} action={askAction} conversationId={id} pulse={pulseOf(thread.turns)} />}
      />
    </WithThreads>
  )
}
