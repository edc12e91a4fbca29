'use client'

import { Tooltip as Primitive } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.ts'

export type TooltipProps = Omit<ComponentProps<typeof Primitive.Content>, 'content'> & {
  content: ReactNode
  /** The one focusable element that is explained. */
  children: ReactNode
}

/** A short explanation on hover and focus. Never the only place of what people need to know. */
export function Tooltip({ content, children, className, ...props }: TooltipProps) {
  return (
    <Primitive.Provider delayDuration={400}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            sideOffset={6}
            collisionPadding={8}
            className={cn(
              'z-50 max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-bg text-xs',
              'data-[state=closed]:animate-fade-out data-[state=delayed-open]:animate-fade-in',
              className,
            )}
            {...props}
          >
            {content}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  )
}
