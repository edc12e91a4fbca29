'use client'

import { useSyncExternalStore } from 'react'
import { browser } from './browser.ts'

const TICK_MS = 1_000
const idle = () => () => {}

/** Unix time, renewed each second while `isTicking`; null on the server and before the page has come alive. */
export function useNow(isTicking: boolean): number | null {
  return useSyncExternalStore(isTicking ? subscribe : idle, wholeSecond, () => null)
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, TICK_MS)
  return () => clearInterval(timer)
}

function wholeSecond(): number {
  return Math.floor(browser.now() / TICK_MS) * TICK_MS
}
