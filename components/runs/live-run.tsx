'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useRun } from '@/lib/client/use-run.ts'
import { useRunActions } from '@/lib/client/use-run-actions.ts'
import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { LedgerSum } from '@/lib/core/ledger/types.ts'
import { pinRun } from '../conversations/pins.ts'
import { LedgerCharges } from './charges.tsx'
import { type RunTexts, RunTextsProvider } from './run-text.tsx'
import { RunView } from './run-view.tsx'
import type { TurnTools } from './turn-tools.ts'

type Props = {
  initial: RunState
  /** What the ledger has of it; null while it goes on. */
  charged: LedgerSum | null
  tools: TurnTools | null
  texts?: RunTexts | undefined
}

/** A run that follows its event stream from the state the server rendered. Key it by run id; needs ClientProvider above. */
export function LiveRun({ initial, charged, tools, texts }: Props) {
  const router = useRouter()
  const { run, connection, skewMs } = useRun(initial)
  // The sibling belongs to the same conversation, so its page is this one, read again.
  const actions = useRunActions(initial.id, {
    onChanged(sibling) {
      if (sibling) pinRun(sibling.id)
      router.refresh()
    },
  })
  const isLive = useRef(!hasEnded(initial))
  const isOver = hasEnded(run)
  useEffect(() => {
    if (!isOver || !isLive.current) return
    isLive.current = false
    // what surrounds the run (the mark in the sidebar) was rendered while it was live
    router.refresh()
  }, [isOver, router])
  return (
    <RunTextsProvider texts={texts}>
      <LedgerCharges sum={charged}>
        <RunView run={run} connection={connection} skewMs={skewMs} actions={actions} tools={tools} />
      </LedgerCharges>
    </RunTextsProvider>
  )
}
