import { type RefObject, useLayoutEffect, useSyncExternalStore } from 'react'
import { dropDraft, readDraft, subscribeToDrafts, writeDraft } from './drafts.ts'

/**
 * The text of a composer, kept for the tab under `key`. `given` (a failed send without JavaScript, an example in the
 * address) is what the server put into the field.
 */
export function useDraft(key: string, given: string, field: RefObject<HTMLTextAreaElement | null>) {
  const text = useSyncExternalStore(
    subscribeToDrafts,
    () => readDraft(key) ?? given,
    () => given,
  )

  // What stands in the field when the page comes alive (typed early, or given) wins; React would overwrite it.
  useLayoutEffect(() => {
    const standing = field.current?.value ?? ''
    if (standing !== '' && standing !== readDraft(key)) writeDraft(key, standing)
  }, [key, field])

  const write = (next: string) => writeDraft(key, next)
  return { text, write, clear: () => write(''), drop: () => dropDraft(key) }
}
