'use client'

import { Search } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useProblem } from '@/components/language/problem.ts'
import { cn } from '@/components/ui/cn.ts'
import { Dialog, DialogContent } from '@/components/ui/dialog.tsx'
import type { SearchHitResource } from '@/lib/api/conversations/resource.schema.ts'
import type { Api } from '@/lib/client/api.ts'
import { useConversationSearch } from '@/lib/client/use-conversation-search.ts'
import { Snippet } from './snippet.tsx'

export type SearchDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; client?: Api }

/** Search over titles, questions and answers: type, choose with the arrows, Enter opens the place. */
export function SearchDialog({ isOpen, onOpenChange, client }: SearchDialogProps) {
  const t = useTranslations('search')
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent
        title={t('title')}
        isFlush
        className="sm:top-[12vh] sm:max-h-[70vh] sm:w-[min(100%-2rem,38rem)] sm:translate-y-0"
      >
        <SearchPanel onOpened={() => onOpenChange(false)} client={client} />
      </DialogContent>
    </Dialog>
  )
}

function SearchPanel({ onOpened, client }: { onOpened: () => void; client: Api | undefined }) {
  const t = useTranslations('search')
  const say = useProblem()
  const router = useRouter()
  const listId = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const { hits, isSettled, problem } = useConversationSearch(text, client)
  const active = Math.min(chosen, hits.length - 1)
  const optionId = (index: number) => `${listId}-${index}`

  function open(hit: SearchHitResource | undefined) {
    if (!hit) return
    router.push(`/c/${hit.conversation_id}${hit.turn_id ? `#${hit.turn_id}` : ''}` as Route)
    onOpened()
  }

  function choose(index: number) {
    const next = (index + hits.length) % Math.max(1, hits.length)
    setChosen(next)
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') open(hits[active])
    else if (event.key === 'ArrowDown') choose(active + 1)
    else if (event.key === 'ArrowUp') choose(active - 1)
    else return
    event.preventDefault()
  }

  return (
    <>
      <label className="mx-5 flex items-center gap-2.5 border-line-strong border-b pb-2">
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog is opened to write here
          autoFocus
          type="search"
          role="combobox"
          aria-label={t('label')}
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={hits.length > 0 ? optionId(active) : undefined}
          autoComplete="off"
          maxLength={200}
          placeholder={t('placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
          className="h-9 min-w-0 flex-1 bg-transparent text-base outline-none [&::-webkit-search-cancel-button]:hidden"
        />
      </label>
      <p role="status" className="px-5 pt-3 pb-2 text-ink-3 text-xs">
        {problem && text.trim() !== ''
          ? say(problem)
          : t(statusOf({ text, hits: hits.length, isSettled }), { count: hits.length })}
      </p>
      <div id={listId} role="listbox" aria-label={t('found')} tabIndex={-1} className="px-2 pb-3">
        {hits.map((hit, index) => (
          <Hit
            key={hit.conversation_id}
            id={optionId(index)}
            hit={hit}
            isActive={index === active}
            onPoint={() => setChosen(index)}
            onOpen={() => open(hit)}
          />
        ))}
      </div>
    </>
  )
}

type HitProps = { id: string; hit: SearchHitResource; isActive: boolean; onPoint: () => void; onOpen: () => void }

function Hit({ id, hit, isActive, onPoint, onOpen }: HitProps) {
  const t = useTranslations('search')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are reached by aria-activedescendant
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={onOpen}
      className={cn('cursor-pointer rounded-md px-3 py-2', isActive && 'bg-sunken')}
    >
      <p className="truncate font-medium text-ink text-sm">
        {hit.found_in === 'title' ? <Snippet parts={hit.snippet} /> : hit.title}
        {hit.is_archived ? <span className="font-normal text-ink-3"> {t('archived')}</span> : null}
      </p>
      {hit.found_in === 'title' ? null : (
        <p className="line-clamp-2 text-ink-2 text-xs leading-5">
          <Snippet parts={hit.snippet} />
        </p>
      )}
    </div>
  )
}

function statusOf({ text, hits, isSettled }: { text: string; hits: number; isSettled: boolean }) {
  if (text.trim() === '') return 'hint'
  if (!isSettled) return 'searching'
  return hits === 0 ? 'nothing' : 'count'
}
