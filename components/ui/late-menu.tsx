'use client'

import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, useEffect, useState } from 'react'
import type { LazyModule } from './lazy-module.ts'

type Trigger = ReactElement<ComponentProps<'button'>>

type Props<T> = {
  /** What is in the menu, and the menu itself. */
  file: LazyModule<T>
  trigger: Trigger
  /** The open menu around its trigger. */
  children: (file: T, trigger: Trigger) => ReactNode
}

const FIRST_CHOICE = '[role=menu][data-state=open] [role=menuitem]'

/** A button with a menu that is loaded when it is first pointed at; a page may have a hundred of them. */
export function LateMenu<T>({ file, trigger, children }: Props<T>) {
  const [asked, setAsked] = useState<'no' | 'pointer' | 'keys'>('no')
  const loaded = file.useModule(asked !== 'no')
  const startsAtFirst = loaded !== null && asked === 'keys'
  useEffect(() => {
    if (!startsAtFirst) return
    // after the menu has taken the focus itself, which did not see the key that opened it
    const frame = requestAnimationFrame(() => document.querySelector<HTMLElement>(FIRST_CHOICE)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [startsAtFirst])
  if (loaded && asked !== 'no') return children(loaded, trigger)
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: file.preload,
    onFocus: file.preload,
    // a click without a pointer counts none
    onClick: (event) => setAsked(event.detail === 0 ? 'keys' : 'pointer'),
    onKeyDown(event) {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      setAsked('keys')
    },
  })
}
