'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { cn } from '../ui/cn.ts'
import { conversationHref, type Message } from './address.ts'
import { backToPlace, keepMiddle } from './place.ts'

export type ThreadBesideProps = {
  conversationId: string
  /** What the open thread is about; null while none is open. */
  message: Message | null
  /** Null for a thread that has not begun. */
  threadId: string | null
  panel: ReactNode
  children: ReactNode
}

const CAN_HOVER = '(hover: hover)'

/** A conversation with a thread beside it where there is room, else in its place. Escape closes the thread. */
export function ThreadBeside({ conversationId, message, threadId, panel, children }: ThreadBesideProps) {
  const router = useRouter()
  const conversation = useRef<HTMLDivElement>(null)
  useFocusOfThread(message, threadId)

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (message === null || event.key !== 'Escape' || !isFree(event)) return
    if (conversation.current) keepMiddle(conversation.current)
    router.push(conversationHref(conversationId), { scroll: false })
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return (
    <div className={cn(panel && 'xl:pr-(--width-thread)')}>
      <div ref={conversation} data-conversation className={cn(panel && 'max-xl:invisible')}>
        {children}
      </div>
      {panel}
    </div>
  )
}

/** What opens takes the focus, what closes gives it back to the message; nothing moves when the page is loaded with it. */
function useFocusOfThread(message: Message | null, threadId: string | null): void {
  const key = message && `${message.runId} ${message.seat ?? ''}`
  const shown = useRef({ key, threadId })
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = { key, threadId }
    if (before.key === key && before.threadId === threadId) return
    backToPlace()
    if (key === null) return focusOn(`[data-message="${before.key}"] a`)
    const isBegun = before.key === key && before.threadId === null
    // the box of a thread that has just begun is another one than that of its first question
    if (isBegun && document.activeElement !== document.body) return
    const wantsText = threadId === null || isBegun
    focusOn(wantsText && matchMedia(CAN_HOVER).matches ? '[data-thread-panel] textarea' : '[data-thread-panel]')
  }, [key, threadId])
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
}

/** Nobody else has a use for this Escape: no menu, no window, no field with text in it. */
function isFree({ defaultPrevented, isComposing, target }: KeyboardEvent): boolean {
  if (defaultPrevented || isComposing || document.querySelector('[data-scrim]')) return false
  const field = target instanceof HTMLElement ? target.closest('input, textarea, select, [role=menu]') : null
  return field === null || (field instanceof HTMLTextAreaElement && field.value === '')
}
