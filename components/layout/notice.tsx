import Link from 'next/link'
import type { ReactNode } from 'react'
import { Wordmark } from './wordmark.tsx'

export type NoticeProps = {
  title: string
  /** What happened and what it means for the reader's work. */
  children: ReactNode
  /** The next step, as buttons or links. */
  actions?: ReactNode
}

/** A page that only has something to say: nothing found, something broke, a link that was used. */
export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-[34rem] flex-col px-6">
      <header className="flex h-16 shrink-0 items-center">
        <Link href="/" className="rounded-sm">
          <Wordmark />
        </Link>
      </header>
      <main id="main" className="flex flex-1 flex-col justify-center pb-32">
        <h1 className="text-balance font-medium font-serif text-title">{title}</h1>
        <div className="mt-3 space-y-2 text-ink-2 text-pretty">{children}</div>
        {actions ? <div className="mt-7 flex flex-wrap items-center gap-3">{actions}</div> : null}
      </main>
    </div>
  )
}
