'use client'

import type { ReactNode, RefObject } from 'react'
import type { DialogContentProps } from './dialog.tsx'
import { lazyModule } from './lazy-module.ts'

const dialog = lazyModule(() => import('./dialog.tsx'))

/** Loads what a window is made of, ahead of need. */
export const preloadDialog = dialog.preload

/** A button that opens a window: props that load it when it is pointed at. */
export const opensDialog = { 'aria-haspopup': 'dialog', onPointerEnter: preloadDialog, onFocus: preloadDialog } as const

export type LateDialogProps = Omit<DialogContentProps, 'children'> & {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Has the focus again when the window closes. */
  opener: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A window that no page carries before somebody opens it. */
export function LateDialog({ isOpen, onOpenChange, opener, ...content }: LateDialogProps) {
  const file = dialog.useModule(isOpen)
  if (!file) return null
  return (
    <file.Dialog open={isOpen} onOpenChange={onOpenChange}>
      <file.DialogContent
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          opener.current?.focus()
        }}
        {...content}
      />
    </file.Dialog>
  )
}
