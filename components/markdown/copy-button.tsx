'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { cn } from '../ui/cn.ts'

const SHOWN_MS = 1_600

/** Copies `text`; says so for a moment. Never changes its size. */
export function CopyButton({ text, label, className }: { text: string; label: string; className?: string }) {
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle')
  useEffect(() => {
    if (outcome === 'idle') return
    const timer = setTimeout(() => setOutcome('idle'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async () => setOutcome((await write(text)) ? 'copied' : 'failed')
  const Icon = outcome === 'copied' ? Check : Copy
  const said = { idle: label, copied: 'Copied', failed: 'Copying is not allowed here' }[outcome]
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={said}
      title={said}
      className={cn(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink',
        className,
      )}
    >
      <Icon className="size-3.5" aria-hidden />
    </button>
  )
}

/** The clipboard is missing on plain http and refusable everywhere. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
