import Link from 'next/link'
import { translator } from '../language/current.ts'
import type { MessageKind } from './about-message.ts'
import { conversationHref } from './address.ts'
import { messageName } from './thread-words.ts'

export type ThreadLineProps = {
  what: MessageKind
  conversation: { id: string; title: string }
  turnId: string
}

/** Says on the page of a thread where it belongs, and leads there. */
export async function ThreadLine({ what, conversation, turnId }: ThreadLineProps) {
  const t = await translator('threads')
  return (
    <p className="mr-auto line-clamp-2 min-w-0 text-ink-2 text-xs leading-5">
      {t('aboutIn', { message: messageName(t, what) })}{' '}
      <Link
        href={conversationHref(conversation.id, turnId)}
        className="rounded-sm text-ink underline decoration-line-strong underline-offset-4 hover:decoration-current"
      >
        {conversation.title}
      </Link>
    </p>
  )
}
