'use client'

import { MessageSquareReply } from 'lucide-react'
import type { Route } from 'next'
import Link, { useLinkStatus } from 'next/link'
import { createContext, type ReactNode, use } from 'react'
import { useTranslations } from 'use-intl/react'
import type { SeatId } from '@/lib/core/council/types.ts'
import { Button } from '../ui/button.tsx'
import { cn } from '../ui/cn.ts'
import type { MessageKind } from './about-message.ts'
import { isSameMessage, type Message, replyHref, type ThreadMark, threadHref } from './address.ts'
import { keepPlace } from './place.ts'
import { messageName, repliesText } from './thread-words.ts'

type Threads = { conversationId: string; marks: ThreadMark[]; open: Message | null }

const ThreadsContext = createContext<Threads | null>(null)
const RunContext = createContext<string | null>(null)

/** Lets the messages below be replied to; where nothing provides it they only are read. */
export function ThreadsProvider({ children, ...threads }: Threads & { children: ReactNode }) {
  return <ThreadsContext value={threads}>{children}</ThreadsContext>
}

/** Says whose messages stand below. */
export function MessagesOfRun({ runId, children }: { runId: string; children: ReactNode }) {
  return <RunContext value={runId}>{children}</RunContext>
}

export type MessageThreadsProps = {
  seat: SeatId | null
  what: MessageKind
  /** Only a sign in place of the word, where there is little room. */
  isCompact?: boolean
  className?: string
}

/** Begins a thread about a message, and leads to those that there are. Plain links, so they work without JavaScript. */
export function MessageThreads({ seat, what, isCompact = false, className }: MessageThreadsProps) {
  const t = useTranslations('threads')
  const here = useMessage(seat)
  if (!here) return null
  const to = t('to', { message: messageName(t, what) })
  const { conversationId, message, marks, isOpen } = here
  const newest = marks.at(-1)
  return (
    <span data-message={`${message.runId} ${seat ?? ''}`} className={cn('flex items-center', className)}>
      <ThreadLink href={replyHref(conversationId, message)} isOpen={isOpen && !newest} isIcon={isCompact}>
        <MessageSquareReply aria-hidden />
        <span className={cn(isCompact && 'sr-only')}>{t('reply')}</span>
        <span className="sr-only"> {to}</span>
      </ThreadLink>
      {newest && (
        <ThreadLink href={threadHref(conversationId, newest.id)} isOpen={isOpen}>
          {repliesText(t, isCompact ? [summed(marks)] : marks)}
          <span className="sr-only"> {to}</span>
        </ThreadLink>
      )}
    </span>
  )
}

/** How many replies a folded message has, as words. */
export function ReplyCount({ seat }: { seat: SeatId }) {
  const t = useTranslations('threads')
  const here = useMessage(seat)
  if (!here || here.marks.length === 0) return null
  return <span className="shrink-0 text-ink-2 text-xs">{repliesText(t, [summed(here.marks)])}</span>
}

type ThreadLinkProps = { href: Route; isOpen: boolean; isIcon?: boolean; children: ReactNode }

function ThreadLink({ href, isOpen, isIcon = false, children }: ThreadLinkProps) {
  return (
    <Button
      asChild
      variant="ghost"
      size="sm"
      className={cn(
        'gap-1.5 px-2 font-normal text-ink-3 aria-current:text-accent pointer-coarse:h-11',
        isIcon && 'w-8 px-0 pointer-coarse:w-11',
      )}
    >
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-current={isOpen ? 'true' : undefined}
        onClick={(event) => keepPlace(event.currentTarget)}
      >
        <Breathing>{children}</Breathing>
      </Link>
    </Button>
  )
}

/** Answers a click at once, while the thread is on its way. */
function Breathing({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus()
  return <span className={cn('contents', pending && '[&>*]:animate-breathe')}>{children}</span>
}

function useMessage(seat: SeatId | null) {
  const threads = use(ThreadsContext)
  const runId = use(RunContext)
  if (!threads || runId === null) return null
  const message = { runId, seat }
  return {
    conversationId: threads.conversationId,
    message,
    marks: threads.marks.filter((mark) => isSameMessage(mark, message)),
    isOpen: threads.open !== null && isSameMessage(threads.open, message),
  }
}

function summed(marks: readonly ThreadMark[]): Pick<ThreadMark, 'questions'> {
  return { questions: marks.reduce((sum, { questions }) => sum + questions, 0) }
}
