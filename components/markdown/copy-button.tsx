'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { cn } from '../ui/cn.ts'
import { useCopy } from './use-copy.ts'

/** Copies what `read` answers; says so for a moment. Never changes its size. */
export function CopyButton({ read, label, className }: { read: () => string; label: string; className?: string }) {
  const t = useTranslations('texts')
  const { outcome, copy } = useCopy()
  const Icon = outcome === 'copied' ? Check : Copy
  const said = outcome === 'idle' ? label : t(outcome)
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
