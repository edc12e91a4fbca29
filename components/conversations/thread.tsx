import type { ReactNode } from 'react'
import { LiveRun } from '@/components/runs/live-run.tsx'
import { ReloadWithoutScript } from '@/components/runs/reload-without-script.tsx'
import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { renderTexts } from '../runs/rendered-texts.tsx'
import { PinnedTurns } from './pinned-turns.tsx'

export type ThreadProps = {
  title: string
  /** Oldest first, each with the run that is shown. */
  turns: { id: string; run: RunState }[]
  /** What can be done with the conversation as a whole. */
  tools: ReactNode
  composer: ReactNode
}

/** Turns at the end whose members are rendered with the page. */
const NEW_TURNS = 20

/** A conversation: its turns one under the other, and a box to ask on. */
export function Thread({ title, turns, tools, composer }: ThreadProps) {
  return (
    <div className="px-5 pb-6 sm:px-8">
      <h1 className="sr-only">{title}</h1>
      <div className="mx-auto flex h-14 max-w-(--width-wide) items-center justify-end">{tools}</div>
      {turns.some((turn) => !hasEnded(turn.run)) && <ReloadWithoutScript />}
      <PinnedTurns turnIds={turns.map((turn) => turn.id)}>
        {turns.map((turn, index) => (
          <section key={turn.id} id={turn.id} className="scroll-mt-6 pb-16">
            <LiveRun
              key={turn.run.id}
              initial={turn.run}
              texts={renderTexts(turn.run, turns.length - index > NEW_TURNS)}
            />
          </section>
        ))}
      </PinnedTurns>
      <div className="mx-auto max-w-(--width-read)">{composer}</div>
    </div>
  )
}
