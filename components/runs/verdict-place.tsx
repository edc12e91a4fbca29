'use client'

import type { RunConnection } from '@/lib/client/run-stream.ts'
import { useNow } from '@/lib/client/use-now.ts'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { finalAnswer, hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { Button } from '../ui/button.tsx'
import { cn } from '../ui/cn.ts'
import { elapsedMs, estimateText, placeholder, timeText } from './progress.ts'
import { Rail } from './rail.tsx'
import { StopButton } from './stop-button.tsx'
import type { RunLayout } from './use-run-layout.ts'
import { Verdict } from './verdict.tsx'
import { VerdictMeta } from './verdict-meta.tsx'
import { useRunWords } from './words.ts'

/** The verdict in its slot, with what changes by the second: time, connection, Stop. */
export function VerdictPlace({
  run,
  layout,
  connection,
  skewMs,
  actions,
}: {
  run: RunState
  layout: RunLayout
  connection: RunConnection
  skewMs: number
  actions: RunActions | null
}) {
  const words = useRunWords()
  const isLive = !hasEnded(run)
  const isGathering = layout.phase === 'gathering'
  const elapsed = elapsedMs(run, useNow(isLive), skewMs)
  const time = (
    <Time
      text={timeText(run, { elapsed, connection }, words)}
      estimate={estimateText(run, words)}
      isTicking={isLive || isGathering}
    />
  )
  const stop = actions && (isLive || isGathering) ? <StopButton run={run} actions={actions} /> : null
  return (
    <Verdict
      run={run}
      phase={layout.phase}
      slotRef={layout.slotRef}
      head={
        isGathering ? (
          <Rail run={run} time={time} action={stop} />
        ) : (
          <VerdictMeta key={layout.phase} run={run} time={time} action={stop} />
        )
      }
      placeholder={(isLive || layout.isHeld) && <Placeholder run={run} layout={layout} connection={connection} />}
    />
  )
}

function Placeholder({ run, layout, connection }: { run: RunState; layout: RunLayout; connection: RunConnection }) {
  const words = useRunWords()
  const { t } = words
  if (connection === 'lost') return <Calm>{t('place.lost')}</Calm>
  if (!layout.isHeld || finalAnswer(run) === null) return <Calm>{placeholder(run, words)}</Calm>
  return (
    <div key={run.status} className="flex items-baseline gap-3">
      <Calm>{t(hasEnded(run) ? 'place.ready' : 'place.writing')}</Calm>
      <Button variant="link" size="sm" onClick={layout.goToVerdict}>
        {t('place.readNow')}
      </Button>
    </div>
  )
}

/** Of one width and from the left while it ticks, so that nothing moves; the estimate gives way where there is no room. */
function Time({ text, estimate, isTicking }: { text: string; estimate: string | null; isTicking: boolean }) {
  return (
    <span className={cn('shrink-0 whitespace-nowrap text-ink-3 text-xs', isTicking && 'w-10 @lg:w-36')}>
      {text}
      {estimate !== null && text !== '' && (
        // From 9 s to 10 s it gets a new element: one that was not there before has not moved.
        <span key={text.length} className="hidden @lg:inline">
          {' '}
          {estimate}
        </span>
      )}
    </span>
  )
}

function Calm({ children }: { children: string }) {
  return <p className="font-serif text-ink-3 text-read italic">{children}</p>
}
