'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { type Api, api } from '@/lib/client/api.ts'
import { useStartRun } from '@/lib/client/use-start-run.ts'
import type { AskFormState } from './ask-form.ts'
import { askRequestOf } from './ask-request.ts'
import { Composer, type ComposerProps } from './composer.tsx'
import { Dock } from './dock.tsx'
import { pinRun } from './pins.ts'
import { refusalOf } from './refusal.ts'

export type FollowUpProps = Omit<ComposerProps, 'variant' | 'conversationId' | 'askHere' | 'isBusy' | 'examples'> & {
  conversationId: string
  client?: Api
}

/** Asks on in a conversation, from the foot of its page. The page stays: only what is new is added to it. */
export function FollowUp({ client = api, ...props }: FollowUpProps) {
  const router = useRouter()
  const [isRefreshing, startRefresh] = useTransition()
  const start = useStartRun(client)

  async function ask(form: FormData): Promise<AskFormState | null> {
    const request = askRequestOf(form)
    try {
      const run = await start(request)
      pinRun(run.id)
      startRefresh(() => router.refresh())
      return null
    } catch (error) {
      return { ...refusalOf(error), question: request.question }
    }
  }

  return (
    <Dock>
      <Composer {...props} variant="page" placeholder="Ask a follow-up" askHere={ask} isBusy={isRefreshing} />
    </Dock>
  )
}
