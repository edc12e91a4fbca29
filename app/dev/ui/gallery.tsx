'use client'

import { useState } from 'react'
import { RUN_FIXTURES, RUN_STATES, singleRun } from '@/components/runs/fixtures.ts'
import { RunReplay } from '@/components/runs/replay.tsx'
import { RunView } from '@/components/runs/run-view.tsx'
import { browser } from '@/lib/client/browser.ts'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { LivePlayback } from './live-playback.tsx'

const INERT: RunActions = { stop() {}, continueFrom() {}, retrySeat() {}, take() {}, pending: null, problem: null }
const PAGES = [...RUN_STATES, 'single', 'live', 'replay'] as const

/** Every state of a run below the other, or the one that is asked for. */
export function Gallery({ only }: { only: string | null }) {
  const names = PAGES.filter((name) => name === only || (only === null && name !== 'live'))
  return (
    <main className="mx-auto max-w-[1216px] space-y-24 px-4 py-8 sm:px-8">
      {only === null && <Index />}
      {names.map((name) => (
        <Specimen key={name} name={name} isAlone={only !== null} />
      ))}
    </main>
  )
}

function Index() {
  return (
    <nav className="flex flex-wrap gap-4 text-sm" aria-label="States">
      {PAGES.map((name) => (
        <a key={name} href={`/dev/ui?state=${name}`} className="text-ink-2 underline">
          {name}
        </a>
      ))}
    </nav>
  )
}

function Specimen({ name, isAlone }: { name: (typeof PAGES)[number]; isAlone: boolean }) {
  return (
    <section aria-label={`State: ${name}`} data-run-state={isState(name) ? name : undefined}>
      {!isAlone && <h1 className="mb-6 border-line border-b pb-2 font-mono text-ink-3 text-xs">{name}</h1>}
      {name === 'replay' ? (
        <div className="mx-auto max-w-xl">
          <RunReplay />
        </div>
      ) : name === 'live' ? (
        <LivePlayback />
      ) : (
        <Still run={name === 'single' ? singleRun() : RUN_FIXTURES[name]()} />
      )}
    </section>
  )
}

/** A state that does not go on; its clock stands where the recording stood. */
function Still({ run }: { run: RunState }) {
  const [skewMs] = useState(() => browser.now() - lastMoment(run))
  return <RunView run={run} connection={hasEnded(run) ? 'ended' : 'live'} skewMs={skewMs} actions={INERT} />
}

function lastMoment(run: RunState): number {
  return Math.max(run.createdAt, ...run.calls.map((call) => (call.endedAt ?? call.startedAt) + 1_000))
}

function isState(name: string): boolean {
  return (RUN_STATES as readonly string[]).includes(name)
}
