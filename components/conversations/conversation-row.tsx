'use client'

import { Star } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl/react'
import { useProblem } from '@/components/language/problem.ts'
import { cn } from '@/components/ui/cn.ts'
import type { Api } from '@/lib/client/api.ts'
import { useConversationActions } from '@/lib/client/use-conversation-actions.ts'
import type { ListedConversation } from '@/lib/core/conversations/types.ts'
import { ConversationMenu } from './conversation-menu.tsx'
import { newestHref } from './newest.ts'
import { RenameField } from './rename-field.tsx'
import { offerUndo } from './undo-store.ts'

export type ConversationRowProps = { conversation: ListedConversation; client?: Api }

/** A conversation in a list: its title leads to it, its menu changes it. */
export function ConversationRow({ conversation, client }: ConversationRowProps) {
  const t = useTranslations('list')
  const say = useProblem()
  const { id, title, isRunning, favouriteAt, version } = conversation
  const router = useRouter()
  const isCurrent = usePathname() === `/c/${id}`
  const [isRenaming, setIsRenaming] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const actions = useConversationActions(id, {
    client,
    onChanged: () => router.refresh(),
    onRemoved() {
      offerUndo({ id, title, wasRunning: isRunning, wasOpen: isCurrent })
      if (isCurrent) router.push('/')
      router.refresh()
    },
  })

  function finishRenaming(isStale: boolean) {
    flushSync(() => setIsRenaming(false))
    // the field that had the focus is gone; whoever went elsewhere stays there
    if (document.activeElement === document.body) row.current?.querySelector('a')?.focus()
    if (isStale) router.refresh()
  }

  if (isRenaming)
    return (
      <li>
        <RenameField title={title} version={version} rename={actions.rename} onDone={finishRenaming} />
      </li>
    )
  return (
    <li ref={row} className={cn('conversation-row group/row relative', actions.isPending && 'opacity-60')}>
      <Link
        href={newestHref(id)}
        aria-current={isCurrent ? 'page' : undefined}
        title={title}
        prefetch={false}
        className={cn(
          'flex h-8 items-center gap-2 rounded-md pr-9 pl-2.5 text-ink-2 text-sm -outline-offset-2 hover:bg-line/60 hover:text-ink pointer-coarse:h-11 pointer-coarse:pr-12',
          isCurrent && 'bg-line/60 font-medium text-ink',
        )}
      >
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {favouriteAt === null ? null : (
          <Star aria-label={t('favourite')} className="size-3 shrink-0 fill-current text-ink-3" />
        )}
        {isRunning ? (
          <span className="size-1.5 shrink-0 animate-breathe rounded-full bg-accent">
            <span className="sr-only">{t('running')}</span>
          </span>
        ) : null}
      </Link>
      <ConversationMenu
        conversation={conversation}
        actions={actions}
        onRename={() => setIsRenaming(true)}
        className={cn(
          'absolute top-0.5 right-0.5 size-7 opacity-0 focus-visible:opacity-100 group-hover/row:opacity-100 data-[state=open]:opacity-100',
          'pointer-coarse:top-0 pointer-coarse:right-0 pointer-coarse:size-11 pointer-coarse:opacity-100',
        )}
      />
      {actions.problem ? (
        <p role="alert" className="px-2.5 pb-1 text-fail text-xs">
          {say(actions.problem)}
        </p>
      ) : null}
    </li>
  )
}
