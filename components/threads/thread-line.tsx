import Link from 'next/link'
import { conversationHref } from './address.ts'

export type ThreadLineProps = {
  /** What the thread is about: "Archivist’s answer". */
  name: string
  conversation: { id: string; title: string }
  turnId: string
}

/** Says on the page of a thread where it belongs, and leads there. */
export function ThreadLine({ name, conversation, turnId }: ThreadLineProps) {
  return (
    <p className="mr-auto line-clamp-2 min-w-0 text-ink-2 text-xs leading-5">
      Thread about {name} in{' '}
      <Link
        href={conversationHref(conversation.id, turnId)}
        className="rounded-sm text-ink underline decoration-line-strong underline-offset-4 hover:decoration-current"
      >
        {conversation.title}
      </Link>
    </p>
  )
}
