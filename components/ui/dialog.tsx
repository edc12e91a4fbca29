'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from './button.tsx'
import { cn } from './cn.ts'

export const Dialog = Primitive.Root
export const DialogTrigger = Primitive.Trigger
export const DialogClose = Primitive.Close

const contentVariants = cva('fixed z-50 flex flex-col bg-surface shadow-overlay outline-none', {
  variants: {
    placement: {
      /** Centred where there is room, a sheet from below on a phone. */
      sheet: [
        'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg border-t pb-[env(safe-area-inset-bottom)]',
        'data-[state=closed]:animate-sheet-out data-[state=open]:animate-sheet-in',
        'sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[min(100%-2rem,32rem)] sm:-translate-x-1/2 sm:-translate-y-1/2',
        'sm:rounded-lg sm:border sm:data-[state=closed]:animate-fade-out sm:data-[state=open]:animate-fade-in',
      ],
      /** A drawer at the left edge. */
      drawer: [
        'inset-y-0 left-0 w-[min(18rem,85vw)] border-r',
        'data-[state=closed]:animate-drawer-out data-[state=open]:animate-drawer-in',
      ],
    },
  },
  defaultVariants: { placement: 'sheet' },
})

export type DialogContentProps = Omit<ComponentProps<typeof Primitive.Content>, 'title'> &
  VariantProps<typeof contentVariants> & {
    title: string
    description?: ReactNode /** The content brings its own margins. */
    isFlush?: boolean
  }

/** The window of a `Dialog`, with its title, an optional sentence under it and a close button. */
export function DialogContent({
  className,
  placement,
  title,
  description,
  isFlush = false,
  children,
  ...props
}: DialogContentProps) {
  const t = useTranslations('ui')
  return (
    <Primitive.Portal>
      {/* Not Radix's overlay: it injects a style element, which the content security policy refuses. */}
      <div data-scrim className="fixed inset-0 z-50 animate-fade-in bg-scrim" />
      <Primitive.Content
        className={cn(contentVariants({ placement }), className)}
        {...(description ? {} : { 'aria-describedby': undefined })}
        {...props}
      >
        {/* Not a header: beside the page it would be a second banner of it. */}
        <div className="flex items-start gap-4 px-5 pt-4 pb-3">
          <div className="min-w-0 flex-1">
            <Primitive.Title className="font-semibold text-base leading-7">{title}</Primitive.Title>
            {description ? (
              <Primitive.Description className="mt-0.5 text-ink-2 text-sm">{description}</Primitive.Description>
            ) : null}
          </div>
          <Primitive.Close asChild>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t('close')}
              className="-mr-2 pointer-coarse:-mt-1.5 pointer-coarse:-mr-3 pointer-coarse:size-11"
            >
              <X aria-hidden />
            </Button>
          </Primitive.Close>
        </div>
        <div className={cn('min-h-0 flex-1 overflow-y-auto', isFlush ? null : 'px-5 pb-5')}>{children}</div>
      </Primitive.Content>
    </Primitive.Portal>
  )
}
