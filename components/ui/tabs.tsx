'use client'

import { Tabs as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

export const Tabs = Primitive.Root

/** The row of tabs; scrolls sideways where it does not fit. */
export function TabsList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  return (
    <Primitive.List className={cn('flex gap-0.5 overflow-x-auto rounded-md bg-sunken p-0.5', className)} {...props} />
  )
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      className={cn(
        'inline-flex h-8 flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-[5px] border border-transparent px-3',
        'font-medium text-ink-2 text-xs hover:text-ink -outline-offset-2',
        'data-[state=active]:border-line-strong data-[state=active]:bg-surface data-[state=active]:text-ink',
        className,
      )}
      {...props}
    />
  )
}

export function TabsContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content className={cn('-outline-offset-2', className)} {...props} />
}
