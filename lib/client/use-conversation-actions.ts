'use client'

import { useMutation } from '@tanstack/react-query'
import type { ConversationChange } from '../core/conversations/types.ts'
import { type Api, api } from './api.ts'
import { ApiProblem } from './api-problem.ts'

/** What a reader may do with a conversation, and how it went. */
export type ConversationActions = {
  change(change: ConversationChange): void
  /** Answers null when the title is kept, else why not and the version to overwrite knowingly. */
  rename(title: string, version: number): Promise<RenameProblem | null>
  remove(): void
  isPending: boolean
  /** Why the last action did not work, as a sentence; null when there is nothing to say. */
  problem: string | null
}

export type RenameProblem = { message: string; version: number }

type Options = { onChanged(): void; onRemoved(): void; client?: Api | undefined }

/** Rename, mark and delete one conversation over the API. */
export function useConversationActions(
  id: string,
  { onChanged, onRemoved, client = api }: Options,
): ConversationActions {
  const update = useMutation({
    mutationFn: (input: { change: ConversationChange; ifVersion?: number }) =>
      client.updateConversation({ id, ...input }),
    onSuccess: onChanged,
  })
  const remove = useMutation({ mutationFn: () => client.deleteConversation({ id }), onSuccess: onRemoved })
  return {
    change: (change) => update.mutate({ change }),
    rename: (title, version) =>
      update.mutateAsync({ change: { title }, ifVersion: version }).then(
        () => null,
        (error: unknown) => renameProblem(error, version),
      ),
    remove: () => remove.mutate(),
    isPending: update.isPending || remove.isPending,
    problem: (remove.error ?? update.error)?.message ?? null,
  }
}

/** Of two who rename at once the second sees the title of the first before it is overwritten. */
function renameProblem(error: unknown, version: number): RenameProblem {
  if (!(error instanceof ApiProblem)) throw error
  const current = error.details.current as { title?: string; version?: number } | undefined
  if (error.code !== 'VERSION_CONFLICT' || !current) return { message: error.message, version }
  const message = `Meanwhile it was changed and is called “${current.title}”. Enter keeps yours.`
  return { message, version: current.version ?? version }
}
