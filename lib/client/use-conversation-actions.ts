'use client'

import { useMutation } from '@tanstack/react-query'
import type { ConversationChange } from '../core/conversations/types.ts'
import { type Api, api } from './api.ts'
import { ApiProblem } from './api-problem.ts'
import { tellOtherTabs } from './other-tabs.ts'

/** What a reader may do with a conversation, and how it went. */
export type ConversationActions = {
  change(change: ConversationChange): void
  /** Answers null when the title is kept, else why not and the version to overwrite knowingly. */
  rename(title: string, version: number): Promise<RenameProblem | null>
  remove(): void
  isPending: boolean
  /** Why the last action did not work; null when there is nothing to say. */
  problem: Error | null
}

/** Why a title was not kept. `theirs` is the title that somebody else gave meanwhile, at `version`. */
export type RenameProblem = { code: string; message: string; version: number; theirs: string | null }

type Options = { onChanged(): void; onRemoved(): void; client?: Api | undefined }

/** Rename, mark and delete one conversation over the API. */
export function useConversationActions(
  id: string,
  { onChanged, onRemoved, client = api }: Options,
): ConversationActions {
  const update = useMutation({
    mutationFn: (input: { change: ConversationChange; ifVersion?: number }) =>
      client.updateConversation({ id, ...input }),
    onSuccess() {
      tellOtherTabs()
      onChanged()
    },
  })
  const remove = useMutation({
    mutationFn: () => client.deleteConversation({ id }),
    onSuccess() {
      tellOtherTabs()
      onRemoved()
    },
  })
  return {
    change: (change) => update.mutate({ change }),
    rename: (title, version) =>
      update.mutateAsync({ change: { title }, ifVersion: version }).then(
        () => null,
        (error: unknown) => renameProblem(error, version),
      ),
    remove: () => remove.mutate(),
    isPending: update.isPending || remove.isPending,
    problem: problemOf(remove.error ?? update.error),
  }
}

/** A conflict of titles is told where the title is written. */
function problemOf(error: Error | null): Error | null {
  return error instanceof ApiProblem && error.code === 'VERSION_CONFLICT' ? null : error
}

/** Of two who rename at once, the second sees the title of the first before it is overwritten. */
function renameProblem(error: unknown, version: number): RenameProblem {
  if (!(error instanceof ApiProblem)) throw error
  const { code, message } = error
  const current = error.details.current as { title?: string; version?: number } | undefined
  if (code !== 'VERSION_CONFLICT' || !current?.title) return { code, message, version, theirs: null }
  return { code, message, version: current.version ?? version, theirs: current.title }
}
