'use client'

import { useRouter } from 'next/navigation'
import { useRun } from '@/lib/client/use-run.ts'
import { useRunActions } from '@/lib/client/use-run-actions.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { RunView } from './run-view.tsx'

/** A run that follows its event stream from the state the server rendered. Key it by run id; needs ClientProvider above. */
export function LiveRun({ initial }: { initial: RunState }) {
  const router = useRouter()
  const { run, connection, skewMs } = useRun(initial)
  // The sibling belongs to the same conversation, so its page is this one, read again.
  const actions = useRunActions(initial.id, { onAccepted: () => router.refresh() })
  return <RunView run={run} connection={connection} skewMs={skewMs} actions={actions} />
}
