'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { ConversationActions } from '@/lib/client/use-conversation-actions.ts'

export type RenameFieldProps = {
  title: string
  version: number
  rename: ConversationActions['rename']
  onDone: () => void
}

/** The title as a field in its place: Enter or leaving keeps it, Escape does not. */
export function RenameField({ title, version, rename, onDone }: RenameFieldProps) {
  const [known, setKnown] = useState(version)
  const [problem, setProblem] = useState<string | null>(null)
  const isOver = useRef(false)
  const problemId = useId()

  async function keep(text: string) {
    const next = text.trim()
    if (isOver.current) return
    isOver.current = true
    if (next === '' || next === title) return onDone()
    const refused = await rename(next, known)
    if (!refused) return onDone()
    isOver.current = false
    setKnown(refused.version)
    setProblem(refused.message)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') void keep(event.currentTarget.value)
    if (event.key !== 'Escape') return
    isOver.current = true
    onDone()
  }

  return (
    <div className="px-1 py-0.5">
      <input
        // biome-ignore lint/a11y/noAutofocus: the reader has just chosen to write here
        autoFocus
        aria-label="Title"
        aria-invalid={problem !== null}
        aria-describedby={problem ? problemId : undefined}
        defaultValue={title}
        maxLength={200}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={(event) => {
          // leaving keeps a title once; what was refused is kept by Enter only
          if (problem === null) void keep(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
        className="h-7 w-full rounded-sm border border-line-strong bg-surface px-1.5 text-base text-ink sm:text-sm"
      />
      {problem ? (
        <p id={problemId} role="alert" className="px-1 pt-1 text-fail text-xs">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
