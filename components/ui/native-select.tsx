import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** The browser's own select in our clothes: works without JavaScript and as people know it on a phone. */
export function NativeSelect({ className, ...props }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative inline-flex min-w-0', className)}>
      <select
        className="h-8 w-full min-w-0 appearance-none truncate rounded-md border border-line-strong bg-surface pr-8 pl-2.5 font-medium text-ink text-xs disabled:opacity-60"
        {...props}
      />
      <ChevronDown aria-hidden className="pointer-events-none absolute top-2 right-2 size-4 text-ink-3" />
    </span>
  )
}
