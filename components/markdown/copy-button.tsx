'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { cn } from '../ui/cn.ts'
import { COPY_LOOK } from './copy-look.ts'
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
      className={cn(COPY_LOOK, className)}
    >
      <Icon className="size-3.5" aria-hidden />
    </button>
  )
}
