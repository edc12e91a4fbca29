import type { ReactNode } from 'react'
import { LiveRun } from '@/components/runs/live-run.tsx'
import { ReloadWithoutScript } from '@/components/runs/reload-without-script.tsx'
import type { TurnTools } from '@/components/runs/turn-tools.ts'
import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { LedgerSum } from '@/lib/core/ledger/types.ts'
import { renderTexts } from '../runs/rendered-texts.tsx'
import { StillRun } from '../runs/still-run.tsx'
import { MessagesOfRun } from '../threads/message-threads.tsx'
import { LateRun } from './late-run.tsx'
import { Turn } from './turn.tsx'

export type ThreadProps = {
  title: string
  /** Oldest first, each with the run that is shown. */
  turns: { id: string; run: RunState; charged: LedgerSum | null; tools: TurnTools | null }[]
  /** Of a thread: where it belongs. */
  belonging?: ReactNode
  /** What can be done with the conversation as a whole. */
  tools: ReactNode
  /** Docked at the foot of the screen. */
  composer: ReactNode
}

/** Turns at the end whose members are rendered with the page. */
const NEW_TURNS = 2

/** Turns at the end that are laid out wherever the reader is; something of them may hang over the page. */
const NEAR_TURNS = 3

/** Turns at the beginning that are alive with the page: an address with a thread opens there. */
const FIRST_TURNS = 1

/** A conversation: its turns one under the other, and a box to ask on. */
export function Thread({ title, turns, belonging, tools, composer }: ThreadProps) {
  return (
    <div className="flex min-h-[calc(100dvh-3.25rem)] flex-col px-5 sm:px-8 md:min-h-dvh">
      <h1 className="sr-only">{title}</h1>
      <div className="mx-auto flex h-14 w-full max-w-(--width-wide) shrink-0 items-center justify-end">
        {belonging}
        {tools}
      </div>
      {turns.some((turn) => !hasEnded(turn.run)) && <ReloadWithoutScript />}
      {turns.map((turn, index) => (
        <Turn
          key={turn.id}
          id={turn.id}
          runId={turn.run.id}
          isLast={index === turns.length - 1}
          isOnly={turns.length === 1}
          isFar={index < turns.length - NEAR_TURNS}
        >
          {/* a taken answer is another picture of the same run */}
          <MessagesOfRun runId={turn.run.id}>
            <TurnRun
              key={`${turn.run.id}/${turn.run.takenSeat}`}
              {...turn}
              isOld={turns.length - index > NEW_TURNS}
              isLate={index >= FIRST_TURNS && index < turns.length - NEW_TURNS}
            />
          </MessagesOfRun>
        </Turn>
      ))}
      {composer}
    </div>
  )
}

type TurnRunProps = {
  run: RunState
  charged: LedgerSum | null
  tools: TurnTools | null
  /** Its members are rendered when somebody opens them. */
  isOld: boolean
  /** It comes alive when its reader comes near. */
  isLate: boolean
}

function TurnRun({ run, charged, tools, isOld, isLate }: TurnRunProps) {
  const texts = renderTexts(run, isOld)
  return (
    <LateRun isLate={isLate && hasEnded(run)} still={<StillRun run={run} texts={texts} />}>
      <LiveRun initial={run} charged={charged} tools={tools} texts={texts} />
    </LateRun>
  )
}
