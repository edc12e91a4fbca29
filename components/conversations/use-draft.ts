import { type RefObject, useLayoutEffect, useSyncExternalStore } from 'react'
import { joinQuestion } from '@/lib/core/conversations/question-text.ts'
import { type Draft, dropDraft, NO_DRAFT, readDraft, subscribeToDrafts, writeDraft } from './drafts.ts'

/** What is written in a composer, and how to change it. */
export type DraftInHand = Draft & {
  /** The question as it would be sent. */
  whole: string
  change(changes: Partial<Draft>): void
  clear(): void
  drop(): void
}

/**
 * The draft of a composer, kept for the tab under `key`. `given` (a failed send without JavaScript, an example in the
 * address) is what the server put into the field.
 */
export function useDraft(key: string, given: string, field: RefObject<HTMLTextAreaElement | null>): DraftInHand {
  const kept = useSyncExternalStore(
    subscribeToDrafts,
    () => readDraft(key),
    () => null,
  )
  const draft = kept ?? { ...NO_DRAFT, text: given }

  // What stands in the field when the page comes alive (typed early, or given) wins; React would overwrite it.
  useLayoutEffect(() => {
    const standing = field.current?.value ?? ''
    const before = readDraft(key)
    if (standing !== '' && standing !== before?.text) writeDraft(key, { ...NO_DRAFT, ...before, text: standing })
  }, [key, field])

  return {
    ...draft,
    whole: joinQuestion({ text: draft.text, pieces: draft.pieces.map((piece) => piece.text) }),
    change: (changes) => writeDraft(key, { ...draft, ...changes }),
    clear: () => writeDraft(key, NO_DRAFT),
    drop: () => dropDraft(key),
  }
}
