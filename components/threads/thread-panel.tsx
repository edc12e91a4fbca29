import Link from 'next/link'
import type { ReactNode } from 'react'
import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { LedgerSum } from '@/lib/core/ledger/types.ts'
import { Turn } from '../conversations/turn.tsx'
import { translator } from '../language/current.ts'
import { LiveRun } from '../runs/live-run.tsx'
import { ReloadWithoutScript } from '../runs/reload-without-script.tsx'
import { renderTexts } from '../runs/rendered-texts.tsx'
import { Monogram } from '../runs/seat-name.tsx'
import type { AboutMessage } from './about-message.ts'
import { conversationHref, type ThreadMark, threadHref } from './address.ts'
import { CloseThread } from './close-thread.tsx'
import { messageName, repliesText } from './thread-words.ts'

export type ThreadPanelProps = {
  conversationId: string
  about: AboutMessage
  /** Null for a thread that has not begun. */
  threadId: string | null
  /** Oldest first, each with the run that is shown. */
  turns: { id: string; run: RunState; charged: LedgerSum | null }[]
  /** Every thread about this message. */
  threads: ThreadMark[]
  composer: ReactNode
}

/** A thread: what it is about, what was asked and answered in it, and a box to ask on. */
export async function ThreadPanel({ conversationId, about, threadId, turns, threads, composer }: ThreadPanelProps) {
  const t = await translator('threads')
  const others = threads.filter((thread) => thread.id !== threadId)
  return (
    <section
      aria-label={t('about', { message: messageName(t, about.what) })}
      tabIndex={-1}
      data-thread-panel
      className="fixed top-13 right-0 bottom-0 left-(--main-left,0px) z-20 flex flex-col bg-bg outline-none md:top-0 xl:left-auto xl:w-(--width-thread) xl:border-l"
    >
      <header className="flex h-14 shrink-0 items-center justify-between px-5 sm:px-8 xl:px-5">
        <h2 className="font-semibold text-sm">{t('thread')}</h2>
        <CloseThread conversationId={conversationId} />
      </header>
      <div
        data-dock-host
        className="flex min-h-0 flex-1 flex-col overflow-y-auto overflow-x-hidden overscroll-contain px-5 [scrollbar-width:thin] sm:px-8 xl:px-5"
      >
        <div className="mx-auto w-full max-w-(--width-read)">
          <About about={about} conversationId={conversationId} threadId={threadId} />
          {others.length > 0 && <Others conversationId={conversationId} threads={others} />}
          {turns.some((turn) => !hasEnded(turn.run)) && <ReloadWithoutScript />}
        </div>
        {turns.map((turn, index) => (
          <Turn key={turn.id} id={turn.id} runId={turn.run.id} isLast={index === turns.length - 1}>
            <LiveRun
              key={turn.run.id}
              initial={turn.run}
              charged={turn.charged}
              tools={null}
              texts={renderTexts(turn.run, false)}
            />
          </Turn>
        ))}
        {composer}
      </div>
    </section>
  )
}

type AboutProps = { about: AboutMessage; conversationId: string; threadId: string | null }

async function About({ about, conversationId, threadId }: AboutProps) {
  const t = await translator('threads')
  const name = capital(messageName(t, about.what))
  const place = conversationHref(conversationId, about.turnId)
  const placeBeside = `#${about.turnId}`
  return (
    <div className="mb-6 border-line border-b pb-5">
      <div className="flex h-9 items-center gap-2 text-sm">
        <Monogram look={about.look} />
        <p className="min-w-0 flex-1 truncate font-medium">
          {about.seat === null ? t('by', { message: name, writer: about.writer }) : name}
        </p>
        <Link
          href={place}
          prefetch={false}
          className="flex min-h-11 items-center rounded-sm text-ink-2 text-xs hover:text-ink xl:hidden"
        >
          {t('show')}
        </Link>
        <a href={placeBeside} className="hidden rounded-sm text-ink-2 text-xs hover:text-ink xl:inline">
          {t('show')}
        </a>
      </div>
      <p className="line-clamp-3 text-ink-2 text-sm leading-relaxed">{about.excerpt}</p>
      <p className="mt-3 text-ink-3 text-xs">{threadId === null ? t('readsFirst') : t('reads')}</p>
    </div>
  )
}

async function Others({ conversationId, threads }: { conversationId: string; threads: ThreadMark[] }) {
  const t = await translator('threads')
  return (
    <nav aria-label={t('others')} className="mb-6">
      <h3 className="font-medium text-ink-2 text-xs">{t('othersHeading')}</h3>
      <ul className="mt-1">
        {threads.map((thread) => (
          <li key={thread.id}>
            <Link
              href={threadHref(conversationId, thread.id)}
              scroll={false}
              prefetch={false}
              className="-mx-2 flex min-h-9 items-center gap-3 rounded-md px-2 text-sm hover:bg-sunken pointer-coarse:min-h-11"
            >
              <span className="min-w-0 flex-1 truncate">{thread.title}</span>
              <span className="shrink-0 text-ink-3 text-xs">{repliesText(t, [thread])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
