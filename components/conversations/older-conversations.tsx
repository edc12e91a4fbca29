'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { type MouseEvent, useEffect, useEffectEvent, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { useProblem } from '@/components/language/problem.ts'
import type { OlderConversations } from '@/lib/client/use-older-conversations.ts'

const AHEAD = '600px'

/** The end of the list: asks for more before it is reached. Without JavaScript it is a link to a page with the rest. */
export function OlderEnd({ older }: { older: OlderConversations }) {
  const t = useTranslations('list')
  const say = useProblem()
  const end = useRef<HTMLDivElement>(null)
  const { next, isLoading, problem } = older
  const load = useEffectEvent(() => older.load())

  // watched anew for every page: one that did not fill the column leaves the end on screen
  useEffect(() => {
    if (!end.current || next === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting) void load()
      },
      { root: end.current.closest('[data-scrolls]'), rootMargin: AHEAD },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [next])

  async function onClick(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    const list = event.currentTarget.closest('[data-scrolls]')
    const links = () => list?.querySelectorAll<HTMLElement>('li a') ?? []
    const count = links().length
    const isByKey = event.detail === 0
    // whoever goes on with the keyboard goes on at the first of the new ones
    if ((await older.load()) && isByKey) requestAnimationFrame(() => links()[count]?.focus())
  }

  return (
    <div ref={end}>
      {problem ? (
        <p role="alert" className="px-2.5 pt-3 text-fail text-xs">
          {say(problem)}
        </p>
      ) : null}
      {next === null ? null : (
        <Link
          href={`/conversations?${new URLSearchParams({ before: next })}` as Route}
          prefetch={false}
          onClick={onClick}
          data-keeps-drawer
          aria-busy={isLoading}
          className="mt-3 flex h-8 items-center rounded-md px-2.5 text-ink-2 text-xs -outline-offset-2 hover:text-ink pointer-coarse:h-11"
        >
          {t(isLoading ? 'readingOlder' : 'older')}
        </Link>
      )}
    </div>
  )
}
