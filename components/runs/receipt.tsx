'use client'

import { ChevronRight } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useRunLedger } from '@/lib/client/use-run-ledger.ts'
import { totalsOf } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { totalsOfSum } from '@/lib/core/ledger/sum.ts'
import type { LedgerSum } from '@/lib/core/ledger/types.ts'
import { cn } from '../ui/cn.ts'
import { Group } from '../ui/group.tsx'
import { LateDialog, preloadDialog } from '../ui/late-dialog.tsx'
import { useCharges } from './charges.tsx'
import { elapsedMs } from './progress.ts'
import { ReceiptTable } from './receipt-table.tsx'
import { callsOfLedger, callsOfRun, receiptLine } from './receipt-view.ts'
import { useRunWords } from './words.ts'

const PHONE = '(max-width: 767px)'

/** What a run took, as the ledger has it; a recording says it itself. */
export function Receipt({ run }: { run: RunState }) {
  const charges = useCharges()
  if (charges.from === 'ledger') return <LedgerReceipt run={run} {...charges} />
  return <OwnReceipt run={run} />
}

function OwnReceipt({ run }: { run: RunState }) {
  const words = useRunWords()
  const [view, setView] = useState<View>('folded')
  const line = receiptLine(totalsOf(run), elapsedMs(run, null, 0), words)
  return (
    <Frame line={line} view={view} onView={setView}>
      <ReceiptTable run={run} calls={callsOfRun(run)} />
    </Frame>
  )
}

type LedgerReceiptProps = { run: RunState; sum: LedgerSum | null; fetchFn?: typeof fetch | undefined }

function LedgerReceipt({ run, sum: known, fetchFn }: LedgerReceiptProps) {
  const words = useRunWords()
  const [view, setView] = useState<View>('folded')
  const isWanted = known === null || (view !== 'folded' && known.calls > 0)
  const { ledger, problem } = useRunLedger(run.id, isWanted, fetchFn)
  const sum = ledger?.sum ?? known
  const isElsewhere = sum?.calls === 0
  const elapsed = elapsedMs(run, null, 0)
  const line = isElsewhere ? words.t('receipt.elsewhere') : receiptLine(sum && totalsOfSum(sum), elapsed, words)
  const calls = isElsewhere ? callsOfRun(run) : ledger && callsOfLedger(ledger.rows)
  return (
    <Frame line={line} view={view} onView={setView}>
      {calls ? <ReceiptTable run={run} calls={calls} /> : null}
      {calls || !problem ? null : <p className="text-ink-3 text-xs">{words.t('receipt.unread')}</p>}
    </Frame>
  )
}

type View = 'folded' | 'inline' | 'sheet'

type FrameProps = { line: string; view: View; onView: (view: View) => void; children: ReactNode }

/** One quiet line of what a run took; opens to every call, in place or as a sheet from below on a phone. */
function Frame({ line, view, onView, children }: FrameProps) {
  const words = useRunWords()
  const button = useRef<HTMLButtonElement>(null)
  const toggle = () => onView(view !== 'folded' ? 'folded' : window.matchMedia(PHONE).matches ? 'sheet' : 'inline')
  return (
    <Group aria-label={words.t('receipt.label')} className="mx-auto w-full max-w-(--width-read)">
      <button
        ref={button}
        type="button"
        aria-expanded={view !== 'folded'}
        onClick={toggle}
        onTouchStart={preloadDialog}
        className="-ml-1 inline-flex h-8 items-center gap-1.5 rounded-sm px-1 text-ink-3 text-xs hover:text-ink"
      >
        {line}
        <ChevronRight
          aria-hidden
          className={cn('size-3.5 transition-transform duration-fast', view === 'inline' && 'rotate-90')}
        />
        <span className="sr-only">{words.t('receipt.every')}</span>
      </button>
      {view === 'inline' && <div className="mt-2 animate-fade-in">{children}</div>}
      <LateDialog
        isOpen={view === 'sheet'}
        onOpenChange={(isOpen) => onView(isOpen ? 'sheet' : 'folded')}
        opener={button}
        title={words.t('receipt.label')}
        description={line}
      >
        {children}
      </LateDialog>
    </Group>
  )
}
