'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useProblem } from '@/components/language/problem.ts'
import { Button } from '@/components/ui/button.tsx'
import type { ConversationActions, RenameProblem } from '@/lib/client/use-conversation-actions.ts'

export type RenameFieldProps = {
  title: string
  version: number
  rename: ConversationActions['rename']
  /** `isStale`: the list shows a title that somebody else has changed. */
  onDone: (isStale: boolean) => void
}

/** The title as a field in its place: Enter or leaving keeps it, Escape does not. Of two writers each sees the other. */
export function RenameField({ title, version, rename, onDone }: RenameFieldProps) {
  // the list may be read again meanwhile; what counts is what the writer saw
  const t = useTranslations('list')
  const say = useProblem()
  const [seen] = useState({ title, version })
  const [problem, setProblem] = useState<RenameProblem | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  const problemId = useId()
  const theirs = problem?.theirs ?? null

  async function keep() {
    const next = field.current?.value.trim() ?? ''
    if (isOver.current) return
    isOver.current = true
    if (next === '' || next === (theirs ?? seen.title)) return onDone(theirs !== null)
    const refused = await rename(next, problem?.version ?? seen.version)
    if (!refused) return onDone(false)
    isOver.current = false
    setProblem(refused)
  }

  function leave() {
    isOver.current = true
    onDone(theirs !== null)
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return
    // a drawer around it would close as well
    event.stopPropagation()
    leave()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape means the same in the field and on its buttons
    <div className="px-1 py-0.5" onKeyDown={onKeyDown}>
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: the reader has just chosen to write here
        autoFocus
        aria-label={t('title')}
        aria-invalid={problem !== null}
        aria-describedby={problem ? problemId : undefined}
        defaultValue={seen.title}
        maxLength={200}
        onFocus={(event) => problem ?? event.currentTarget.select()}
        onBlur={() => {
          // leaving keeps a title once; what was refused is kept by Enter or its button only
          if (problem === null) void keep()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void keep()
        }}
        className="h-7 w-full rounded-sm border border-line-strong bg-surface px-1.5 text-base text-ink sm:text-sm pointer-coarse:h-11"
      />
      {problem ? (
        <p id={problemId} role="alert" className="wrap-anywhere px-1 pt-1.5 text-fail text-xs">
          {theirs === null ? say(problem) : t('renamedMeanwhile', { title: theirs })}
        </p>
      ) : null}
      {theirs === null ? null : (
        <div className="flex gap-1 px-1 py-1.5">
          <Button size="sm" variant="outline" className="pointer-coarse:h-11" onClick={() => void keep()}>
            {t('keepMine')}
          </Button>
          <Button size="sm" variant="ghost" className="pointer-coarse:h-11" onClick={leave}>
            {t('takeTheirs')}
          </Button>
        </div>
      )}
    </div>
  )
}
