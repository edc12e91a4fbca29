import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** The place of something that is still loading; give it the final size. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return <div aria-hidden className={cn('animate-breathe rounded-sm bg-line', className)} {...props} />
}
