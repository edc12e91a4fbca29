'use client'

import { Pencil, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'
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
  const t = useTranslations('queue')
  const { items, step } = queue
  // one that stands on the page in this very moment has left the queue
  const waiting = step.kind === 'drop' ? items.filter((item) => item !== step.item) : items
  return (
    <>
      <p role="status" className="sr-only">
        {waiting.length === 0 ? '' : t('waiting', { count: waiting.length })}
      </p>
      <ul aria-label={t('label')} className="max-h-[28dvh] space-y-1 overflow-y-auto pt-2 empty:hidden">
        {waiting.map((item) => (
          <QueuedQuestion
            key={item.key}
            item={item}
            step={step}
            isLive={isLive}
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
  isLive: boolean
  onHurry(): void
  onEdit(): void
  onRemove(): void
}

function QueuedQuestion({ item, step, isLive, onHurry, onEdit, onRemove }: RowProps) {
  const t = useTranslations('queue')
  const isFirst = 'item' in step && step.item === item
  const isLeaving = item.runId !== null || (isFirst && step.kind === 'send')
  const note = noteOf(item, isFirst ? step : null)
  return (
    <li className="flex min-h-10 items-center gap-1 rounded-md bg-sunken pr-1 pl-4 text-sm pointer-coarse:min-h-12">
      <div className="min-w-0 flex-1 py-1">
        <p key={String(isLeaving)} className="truncate">
          <span className="mr-2 text-ink-3 text-xs">{t(isLeaving ? 'asking' : 'next')}</span>
          {firstWords(item.request.question, SHOWN_CHARS)}
        </p>
        {note && <p className="text-ink-2 text-xs">{t.has(note as 'away') ? t(note as 'away') : note}</p>}
      </div>
      {!isLeaving && (
        <>
          {isFirst && !item.isUrgent && (
            <Button
              variant="ghost"
              size="sm"
              className="text-ink pointer-coarse:h-11"
              title={isLive ? t('interruptLong') : undefined}
              onClick={onHurry}
            >
              {t(isLive ? 'interrupt' : 'sendNow')}
            </Button>
          )}
          <IconButton label={t('edit')} onClick={onEdit}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton label={t('remove')} onClick={onRemove}>
            <X aria-hidden />
          </IconButton>
        </>
      )}
    </li>
  )
}

function IconButton({ label, onClick, children }: { label: string; onClick(): void; children: ReactNode }) {
  return (
    <Button variant="ghost" size="icon-sm" className="pointer-coarse:size-11" aria-label={label} onClick={onClick}>
      {children}
    </Button>
  )
}

/** A text of `queue`, or a sentence of the server as it was kept. */
function noteOf(item: Queued, step: NextStep | null): string | null {
  if (step?.kind === 'held') return step.why
  return item.isUrgent && item.runId === null ? 'stopping' : null
}
