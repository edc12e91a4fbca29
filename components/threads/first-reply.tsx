'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { type Api, api } from '@/lib/client/api.ts'
import { useStartRun } from '@/lib/client/use-start-run.ts'
import type { AskFormState } from '../conversations/ask-form.ts'
import { askRequestOf } from '../conversations/ask-request.ts'
import { Composer, type ComposerProps } from '../conversations/composer.tsx'
import { Dock } from '../conversations/dock.tsx'
import { useAskWords } from '../conversations/use-ask-words.ts'
import { type Message, threadHref } from './address.ts'

export type FirstReplyProps = Omit<ComposerProps, 'variant' | 'askHere' | 'isBusy' | 'conversationId'> & {
  conversationId: string
  message: Message
  client?: Api
}

/** Asks the first question of a thread. The thread is there once it is asked, and then has its own address. */
export function FirstReply({ conversationId, message, client = api, ...props }: FirstReplyProps) {
  const router = useRouter()
  const [isOpening, startOpening] = useTransition()
  const start = useStartRun(client)
  const { refusalOf } = useAskWords()

  async function ask(form: FormData): Promise<AskFormState | null> {
    const request = askRequestOf(form)
    try {
      const run = await start({ ...request, thread: message })
      startOpening(() => router.replace(threadHref(conversationId, run.conversationId), { scroll: false }))
      return null
    } catch (error) {
      return { ...refusalOf(error), question: request.question }
    }
  }

  return (
    <Dock over={null}>
      <Composer
        {...props}
        variant="page"
        draft={`reply ${message.runId} ${message.seat ?? ''}`}
        askHere={ask}
        isBusy={isOpening}
      />
    </Dock>
  )
}
