'use client'

import { Pause, Play, RotateCcw } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { finalAnswer } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { Button } from '../ui/button.tsx'
import recorded from './recorded-run.json' with { type: 'json' }
import { lengthMs, type Recording, stateAt } from './recording.ts'
import { ReplayStage } from './replay-stage.tsx'
import { useRecording } from './use-recording.ts'
import { useReducedMotion } from './use-reduced-motion.ts'

// JSON cannot say what is a tuple or a literal; the file was written from these very types.
const RECORDING = recorded as unknown as Recording

/** A recorded run of the offline demo, played once when it comes into view; a still picture for readers without motion. */
export function RunReplay() {
  const frame = useRef<HTMLDivElement>(null)
  const isStill = useReducedMotion()
  const isSeen = useSeen(frame)
  const [take, setTake] = useState(0)
  return (
    <div ref={frame} className="rounded-lg border border-line bg-surface">
      {isStill ? <Still /> : <Take key={take} isSeen={isSeen} onAgain={() => setTake(take + 1)} />}
    </div>
  )
}

function Take({ isSeen, onAgain }: { isSeen: boolean; onAgain(): void }) {
  const t = useTranslations('runs')
  const [isPaused, setPaused] = useState(false)
  const [isOver, setOver] = useState(false)
  const playback = useRecording(RECORDING, isSeen && !isPaused && !isOver, speedOf)
  if (playback.isOver && !isOver) setOver(true)
  const control = isOver
    ? { label: t('replay.again'), Icon: RotateCcw, act: onAgain }
    : isPaused
      ? { label: t('replay.play'), Icon: Play, act: () => setPaused(false) }
      : { label: t('replay.pause'), Icon: Pause, act: () => setPaused(true) }
  return (
    <>
      <ReplayStage run={playback.run} atMs={Math.min(playback.atMs, lengthMs(RECORDING))} />
      <Caption>
        <Button variant="ghost" size="icon-sm" aria-label={control.label} title={control.label} onClick={control.act}>
          <control.Icon aria-hidden />
        </Button>
      </Caption>
    </>
  )
}

function Still() {
  return (
    <>
      <ReplayStage run={stateAt(RECORDING)} atMs={lengthMs(RECORDING)} />
      <Caption />
    </>
  )
}

function Caption({ children }: { children?: ReactNode }) {
  const t = useTranslations('runs')
  return (
    <div className="flex h-11 items-center justify-between border-line border-t pr-1.5 pl-4 sm:pl-6">
      <p className="truncate text-ink-3 text-xs">{t('recorded')}</p>
      {children}
    </div>
  )
}

/** A little faster than life, but counted ballots stay long enough to be read. */
function speedOf(run: RunState): number {
  return run.tally && finalAnswer(run) === null ? 0.15 : 1.25
}

/** Whether a good part of `ref` is on screen. */
function useSeen(ref: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting ?? false), {
      threshold: 0.4,
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return isSeen
}
