'use client'

import { Pencil, X } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { plural } from '@/lib/core/council/figures.ts'
import { firstWords } from '@/lib/core/kernel/text.ts'
import type { NextStep } from './next-step.ts'
import type { Queued } from './queue.ts'
import type { Queue } from './use-queue.ts'

const SHOWN_CHARS = 160

export type QueuedQuestionsProps = {
  queue: Queue
  /** Something runs that could be interrupted. */
  isLive: boolean
  onEdit(item: Queued): void
  onRemove(item: Queued): void
}

/** The questions that wait, above the box: the next one can go out now, each can be edited or taken back. */
export function QueuedQuestions({ queue, isLive, onEdit, onRemove }: QueuedQuestionsProps) {
  const { items, step } = queue
  // one that stands on the page in this very moment has left the queue
  const waiting = step.kind === 'drop' ? items.filter((item) => item !== step.item) : items
  return (
    <>
      <p role="status" className="sr-only">
        {waiting.length === 0 ? '' : `${plural(waiting.length, 'question')} waiting for the answer above.`}
      </p>
      <ul aria-label="Next questions" className="max-h-[28dvh] space-y-1 overflow-y-auto pt-2 empty:hidden">
        {waiting.map((item) => (
          <QueuedQuestion
            key={item.key}
            item={item}
            step={step}
            hurryLabel={isLive ? 'Interrupt' : 'Send now'}
            onHurry={() => queue.hurry(item)}
            onEdit={() => onEdit(item)}
            onRemove={() => onRemove(item)}
          />
        ))}
      </ul>
    </>
  )
}

type RowProps = {
  item: Queued
  step: NextStep
  hurryLabel: string
  onHurry(): void
  onEdit(): void
  onRemove(): void
}

function QueuedQuestion({ item, step, hurryLabel, onHurry, onEdit, onRemove }: RowProps) {
  const isFirst = 'item' in step && step.item === item
  const isLeaving = item.runId !== null || (isFirst && step.kind === 'send')
  const note = noteOf(item, isFirst ? step : null)
  return (
    <li className="flex min-h-10 items-center gap-1 rounded-md bg-sunken pr-1 pl-4 text-sm pointer-coarse:min-h-12">
      <div className="min-w-0 flex-1 py-1">
        <p key={String(isLeaving)} className="truncate">
          <span className="mr-2 text-ink-3 text-xs">{isLeaving ? 'Asking…' : 'Next'}</span>
          {firstWords(item.request.question, SHOWN_CHARS)}
        </p>
        {note && <p className="text-ink-2 text-xs">{note}</p>}
      </div>
      {!isLeaving && (
        <>
          {isFirst && !item.isUrgent && (
            <Button
              variant="ghost"
              size="sm"
              className="text-ink pointer-coarse:h-11"
              title={hurryLabel === 'Interrupt' ? 'Stop what runs and ask this now' : undefined}
              onClick={onHurry}
            >
              {hurryLabel}
            </Button>
          )}
          <Button
            variant="ghost"
            size="icon-sm"
            className="pointer-coarse:size-11"
            aria-label="Edit the next question"
            onClick={onEdit}
          >
            <Pencil aria-hidden />
          </Button>
          <Button
            variant="ghost"
            size="icon-sm"
            className="pointer-coarse:size-11"
            aria-label="Do not ask the next question"
            onClick={onRemove}
          >
            <X aria-hidden />
          </Button>
        </>
      )}
    </li>
  )
}

function noteOf(item: Queued, step: NextStep | null): string | null {
  if (step?.kind === 'held') return step.why
  return item.isUrgent && item.runId === null ? 'Stopping what runs…' : null
}
