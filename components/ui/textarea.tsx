import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** A multi-line field that grows with its text where the browser can (`field-sizing`). */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cn(
        'block w-full resize-none rounded-md border border-line-strong bg-surface px-3 py-2 text-base text-ink',
        'field-sizing-content aria-invalid:border-fail disabled:opacity-60',
        className,
      )}
      {...props}
    />
  )
}
