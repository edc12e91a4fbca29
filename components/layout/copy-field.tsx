'use client'

import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'

/** A line of text with a button that copies it; selects it where the browser does not let pages copy. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTranslations('layout')
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<string | null>(null)

  async function copy() {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(value)
      setCopied(value)
    } catch {
      setCopied(null)
    }
  }

  const isCopied = copied === value
  return (
    <div className="flex gap-2">
      <input
        ref={field}
        readOnly
        value={value}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
        className="h-9 min-w-0 flex-1 truncate rounded-md border border-line-strong bg-bg px-3 text-ink-2 text-sm"
      />
      <Button variant="outline" onClick={copy} className="min-w-24">
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span aria-live="polite">{t(isCopied ? 'copied' : 'copy')}</span>
      </Button>
    </div>
  )
}
