'use client'

import { useRouter } from 'next/navigation'
import { useRef, useTransition } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl/react'
import { type Api, api } from '@/lib/client/api.ts'
import { browser, newIdempotencyKey } from '@/lib/client/browser.ts'
import { useStartRun } from '@/lib/client/use-start-run.ts'
import type { AskFormState } from './ask-form.ts'
import { type AskRequest, askRequestOf } from './ask-request.ts'
import { AskedNotice } from './asked-notice.tsx'
import { Composer, type ComposerProps } from './composer.tsx'
import { Dock } from './dock.tsx'
import { type Draft, draftKey, NO_DRAFT, readDraft, writeDraft } from './drafts.ts'
import { pinRun } from './pins.ts'
import type { Pulse } from './pulse.ts'
import { addQueued, type Queued, removeQueued } from './queue.ts'
import { QueuedQuestions } from './queued-questions.tsx'
import { useAskWords } from './use-ask-words.ts'
import { useQueue } from './use-queue.ts'

type Own = 'variant' | 'conversationId' | 'askHere' | 'isBusy' | 'isQueueing' | 'onRecall' | 'fieldRef' | 'examples'

export type FollowUpProps = Omit<ComposerProps, Own> & {
  conversationId: string
  pulse: Pulse
  client?: Api
}

/** Asks on in a conversation, from the foot of its page, which stays. While something runs, questions wait here. */
export function FollowUp({ client = api, pulse, ...props }: FollowUpProps) {
  const { conversationId } = props
  const t = useTranslations('composer')
  const { refusalOf } = useAskWords()
  const router = useRouter()
  const field = useRef<HTMLTextAreaElement>(null)
  const [isRefreshing, startRefresh] = useTransition()
  const start = useStartRun(client)
  const queue = useQueue(conversationId, pulse, client)
  const isLive = pulse.liveRunId !== null
  const key = draftKey(conversationId)

  async function ask(form: FormData): Promise<AskFormState | null> {
    const request = askRequestOf(form)
    if (isLive) {
      addQueued(conversationId, queuedOf(request, readDraft(key) ?? NO_DRAFT, pulse))
      return null
    }
    try {
      const run = await start(request)
      pinRun(run.id)
      startRefresh(() => router.refresh())
      return null
    } catch (error) {
      return { ...refusalOf(error), question: request.question }
    }
  }

  function edit(item: Queued) {
    // at once, so that the next key already goes behind it
    flushSync(() => {
      removeQueued(conversationId, item.key)
      writeDraft(key, joined(item.draft, readDraft(key) ?? NO_DRAFT))
    })
    field.current?.focus()
    field.current?.setSelectionRange(item.draft.text.length, item.draft.text.length)
  }

  const { newest } = pulse
  return (
    <Dock
      over={
        <>
          {newest && newest.runId === queue.sentRunId && <AskedNotice key={newest.turnId} turnId={newest.turnId} />}
          <QueuedQuestions
            queue={queue}
            isLive={isLive}
            onEdit={edit}
            onRemove={(item) => removeQueued(conversationId, item.key)}
          />
        </>
      }
    >
      <Composer
        {...props}
        variant="page"
        placeholder={t(isLive ? 'nextQuestion' : 'followUp')}
        fieldRef={field}
        askHere={ask}
        isBusy={isRefreshing}
        isQueueing={isLive}
        onRecall={() => {
          const last = queue.items.findLast((item) => item.runId === null)
          if (last) edit(last)
        }}
      />
    </Dock>
  )
}

function queuedOf(request: AskRequest, draft: Draft, { newest }: Pulse): Queued {
  return {
    key: newIdempotencyKey(),
    request,
    draft,
    queuedAt: browser.now(),
    after: newest?.runId ?? '',
    isUrgent: false,
    problem: null,
    runId: null,
  }
}

/** A question that comes back into the box stands before what is written there. */
function joined(back: Draft, there: Draft): Draft {
  const pieces = [...back.pieces, ...there.pieces].map(({ text }, index) => ({ id: String(index + 1), text }))
  return { text: [back.text, there.text].filter((text) => text.trim() !== '').join('\n\n'), pieces }
}
