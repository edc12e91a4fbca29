'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { cn } from '../ui/cn.ts'
import { LateMenu } from '../ui/late-menu.tsx'
import { lazyModule } from '../ui/lazy-module.ts'
import { COPY_LOOK } from './copy-look.ts'
import { useCopy } from './use-copy.ts'

const choices = lazyModule(() => import('./copy-choices.tsx'))

/** Copies an answer as plain text or as the markdown it was written in. */
export function CopyAnswer({ text, label, className }: { text: string; label: string; className?: string }) {
  const t = useTranslations('texts')
  const { outcome, copy } = useCopy()
  // the focus is back on the trigger by then, so that its name is read
  const said = outcome === 'idle' ? label : t(outcome)
  const Icon = outcome === 'copied' ? Check : Copy
  return (
    <LateMenu
      file={choices}
      trigger={
        <button
          type="button"
          aria-label={said}
          title={said}
          className={cn(COPY_LOOK, 'data-[state=open]:bg-sunken', className)}
        >
          <Icon className="size-3.5" aria-hidden />
        </button>
      }
    >
      {(file, trigger) => <file.CopyChoices text={text} copy={copy} trigger={trigger} />}
    </LateMenu>
  )
}
