'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { Api } from '@/lib/client/api.ts'
import { browser } from '@/lib/client/browser.ts'
import { useStartRun } from '@/lib/client/use-start-run.ts'
import { type NextStep, nextStep } from './next-step.ts'
import { pinRun } from './pins.ts'
import type { Pulse } from './pulse.ts'
import {
  acceptQueued,
  holdQueued,
  hurryQueued,
  type Queued,
  readQueue,
  removeQueued,
  subscribeToOtherTabs,
  subscribeToQueues,
} from './queue.ts'
import { useAskWords } from './use-ask-words.ts'

/** Nobody expects a question of yesterday to be asked because a page was opened. */
const STALE_MS = 30 * 60_000

export type Queue = {
  items: readonly Queued[]
  step: NextStep
  /** Sends it at once, after stopping what runs. */
  hurry(item: Queued): void
  /** The run of the last question that went out by itself: the page did not scroll to it. */
  sentRunId: string | null
}

/** The questions that wait in a conversation. Sends the first one when the page shows that its turn has come. */
export function useQueue(conversationId: string, pulse: Pulse, client: Api): Queue {
  const router = useRouter()
  const items = useSyncExternalStore(subscribeToQueues, () => readQueue(conversationId), none)
  const step = nextStep(items, pulse)
  const [sentRunId, setSentRunId] = useState<string | null>(null)
  const underway = useRef<string | null>(null)
  const start = useStartRun(client)
  const { refusalOf } = useAskWords()

  async function deliver({ key, request, isUrgent }: Queued) {
    if (underway.current === key) return
    underway.current = key
    try {
      const run = await start(request, key)
      acceptQueued(conversationId, key, { runId: run.id, now: browser.now() })
      if (isUrgent) pinRun(run.id)
      else setSentRunId(run.id)
    } catch (error) {
      holdQueued(conversationId, key, refusalOf(error).error ?? '')
    }
    underway.current = null
  }

  const act = useEffectEvent(() => {
    if (step.kind === 'drop') removeQueued(conversationId, step.item.key)
    if (step.kind === 'show') router.refresh()
    if (step.kind !== 'send') return
    const isStale = !step.item.isUrgent && browser.now() - step.item.queuedAt > STALE_MS
    if (isStale) holdQueued(conversationId, step.item.key, 'away')
    else void deliver(step.item)
  })
  const todo = step.kind === 'nothing' ? '' : `${step.kind} ${step.item.key}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each step
  useEffect(() => act(), [todo])

  // what another tab has asked is not on this page yet
  const readAgain = useEffectEvent(() => router.refresh())
  useEffect(() => subscribeToOtherTabs(conversationId, () => readAgain()), [conversationId])

  function hurry(item: Queued) {
    hurryQueued(conversationId, item.key)
    const runId = pulse.liveRunId
    if (runId === null) return
    client.cancelRun({ runId }).catch(() => holdQueued(conversationId, item.key, 'notStopped'))
  }

  return { items, step, hurry, sentRunId }
}

const NONE: readonly Queued[] = []
const none = () => NONE
