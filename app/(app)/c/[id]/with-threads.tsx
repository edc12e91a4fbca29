import type { ReactNode } from 'react'
import type { ComposerProps } from '@/components/conversations/composer.tsx'
import { FollowUp } from '@/components/conversations/follow-up.tsx'
import { pulseOf } from '@/components/conversations/pulse.ts'
import { translator } from '@/components/language/current.ts'
import { FirstReply } from '@/components/threads/first-reply.tsx'
import { ThreadsProvider } from '@/components/threads/message-threads.tsx'
import { ThreadBeside } from '@/components/threads/thread-beside.tsx'
import { ThreadPanel } from '@/components/threads/thread-panel.tsx'
import { messageName } from '@/components/threads/thread-words.ts'
import type { ThreadAnchor } from '@/lib/core/conversations/types.ts'
import { replyAction } from '../../actions.ts'
import { type Beside, findBeside, findMarks } from './beside.ts'
import type { PageSearch } from './thread.ts'

type Form = Omit<ComposerProps, 'action' | 'variant'>
type Props = {
  conversationId: string
  /** Set where the conversation is a thread itself: threads have no threads. */
  anchor: ThreadAnchor | null
  search: PageSearch
  form: Form
  children: ReactNode
}

/** A conversation whose messages can be replied to, with the thread that its address opens. */
export async function WithThreads({ conversationId, anchor, search, form, children }: Props) {
  if (anchor) return children
  const [marks, beside] = await Promise.all([findMarks(conversationId), findBeside(conversationId, search)])
  const message = beside && { runId: beside.about.runId, seat: beside.about.seat }
  return (
    <ThreadsProvider conversationId={conversationId} marks={marks} open={message}>
      <ThreadBeside
        conversationId={conversationId}
        message={message}
        threadId={beside?.threadId ?? null}
        panel={
          beside && (
            <ThreadPanel
              conversationId={conversationId}
              {...beside}
              composer={<ReplyBox conversationId={conversationId} beside={beside} form={form} />}
            />
          )
        }
      >
        {children}
      </ThreadBeside>
    </ThreadsProvider>
  )
}

async function ReplyBox({ conversationId, beside, form }: { conversationId: string; beside: Beside; form: Form }) {
  const { threadId, about, turns } = beside
  // the page has two forms, and each question is one of its own
  const own = { ...form, idempotencyKey: `${form.idempotencyKey}-thread` }
  if (threadId === null) {
    const t = await translator('threads')
    const message = { runId: about.runId, seat: about.seat }
    const action = replyAction.bind(null, { conversationId, message })
    const props = { ...own, action, conversationId, message, defaultCouncil: 'single', defaultModel: about.model }
    return <FirstReply {...props} placeholder={t('replyPlaceholder', { message: messageName(t, about.what) })} />
  }
  const last = turns.at(-1)?.run.plan
  const model = last?.kind === 'single' ? last.seats[0]?.model : undefined
  const action = replyAction.bind(null, { conversationId, message: null })
  return (
    <FollowUp
      {...own}
      key={threadId}
      action={action}
      conversationId={threadId}
      pulse={pulseOf(turns)}
      defaultCouncil={last?.kind === 'council' ? last.council : 'single'}
      defaultModel={model ?? about.model}
    />
  )
}
