'use client'

import { Check, Copy } from 'lucide-react'
import { cn } from '../ui/cn.ts'
import { copySentence, useCopy } from './use-copy.ts'

/** Copies what `read` answers; says so for a moment. Never changes its size. */
export function CopyButton({ read, label, className }: { read: () => string; label: string; className?: string }) {
  const { outcome, copy } = useCopy()
  const Icon = outcome === 'copied' ? Check : Copy
  const said = copySentence(outcome) ?? label
  return (
    <button
      type="button"
      onClick={() => copy(read)}
      aria-label={said}
      title={said}
      className={cn(
        'relative inline-flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink',
        // a finger needs 44 px, the eye does not
        'after:absolute after:-inset-2 pointer-fine:after:hidden',
        className,
      )}
    >
      <Icon className="size-3.5" aria-hidden />
    </button>
  )
}
