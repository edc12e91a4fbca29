'use client'

import { useEffect, useEffectEvent } from 'react'
import { type Api, api } from './api.ts'
import { browser } from './browser.ts'
import { onChangeElsewhere } from './other-tabs.ts'

const PAUSE_MS = 5_000
const NEWEST = 20

/**
 * Calls `onStale` when a list on screen is no longer right: one of `running` has ended, asked every five seconds while
 * there is one and the tab is looked at, or another tab has changed a conversation.
 */
export function useFreshList(running: readonly string[], onStale: () => void, client: Api = api): void {
  const stale = useEffectEvent(onStale)
  const hasEnded = useEffectEvent(async () => {
    if (document.hidden) return false
    const page = await client.listConversations({ limit: NEWEST, cursor: null }).catch(() => null)
    return page?.rows.some(({ id, isRunning }) => !isRunning && running.includes(id)) ?? false
  })
  const key = running.join(' ')

  useEffect(() => onChangeElsewhere(() => stale()), [])
  useEffect(() => {
    if (key === '') return
    let cancel = browser.after(PAUSE_MS, look)
    let isOver = false
    async function look() {
      const isStale = await hasEnded()
      if (isOver) return
      if (isStale) stale()
      cancel = browser.after(PAUSE_MS, look)
    }
    return () => {
      isOver = true
      cancel()
    }
  }, [key])
}
