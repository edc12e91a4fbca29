'use client'

import { ChevronRight } from 'lucide-react'
import { useRef, useState } from 'react'
import type { RunState } from '@/lib/core/council/state.ts'
import { cn } from '../ui/cn.ts'
import { Group } from '../ui/group.tsx'
import { LateDialog, preloadDialog } from '../ui/late-dialog.tsx'
import { elapsedMs } from './progress.ts'
import { ReceiptTable } from './receipt-table.tsx'
import { receiptLine } from './receipt-view.ts'
import { useRunWords } from './words.ts'

const PHONE = '(max-width: 767px)'

/** One quiet line of what a run took; opens to every call, in place or as a sheet from below on a phone. */
export function Receipt({ run }: { run: RunState }) {
  const [open, setOpen] = useState<'no' | 'inline' | 'sheet'>('no')
  const button = useRef<HTMLButtonElement>(null)
  const words = useRunWords()
  const line = receiptLine(run, elapsedMs(run, null, 0), words)
  const toggle = () => setOpen(open !== 'no' ? 'no' : window.matchMedia(PHONE).matches ? 'sheet' : 'inline')
  return (
    <Group aria-label={words.t('receipt.label')} className="mx-auto w-full max-w-(--width-read)">
      <button
        ref={button}
        type="button"
        aria-expanded={open !== 'no'}
        onClick={toggle}
        onTouchStart={preloadDialog}
        className="-ml-1 inline-flex h-8 items-center gap-1.5 rounded-sm px-1 text-ink-3 text-xs hover:text-ink"
      >
        {line}
        <ChevronRight
          aria-hidden
          className={cn('size-3.5 transition-transform duration-fast', open === 'inline' && 'rotate-90')}
        />
        <span className="sr-only">{words.t('receipt.every')}</span>
      </button>
      {open === 'inline' && (
        <div className="mt-2 animate-fade-in">
          <ReceiptTable run={run} />
        </div>
      )}
      <LateDialog
        isOpen={open === 'sheet'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'sheet' : 'no')}
        opener={button}
        title={words.t('receipt.label')}
        description={line}
      >
        <ReceiptTable run={run} />
      </LateDialog>
    </Group>
  )
}
