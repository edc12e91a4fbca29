'use client'

import { ChevronRight, ClipboardList } from 'lucide-react'
import { pieceLine } from '@/lib/core/conversations/question-text.ts'
import { useRunWords } from './words.ts'

/** A long pasted text as one line of a `<details class="group">`: how it begins and how large it is. */
export function PastedSummary({ text }: { text: string }) {
  const { t, plain, compact } = useRunWords()
  const { first, characters, lines } = pieceLine(text)
  return (
    <summary className="flex min-h-9 list-none items-center gap-2 rounded-md px-3 text-xs pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
      <ClipboardList aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1 truncate text-ink-2">{first}</span>
      <span className="shrink-0 text-ink-3">
        {t('pastedSize', { characters: plain(characters), count: lines, lines: compact(lines) })}
      </span>
      <ChevronRight
        aria-hidden
        className="size-3.5 shrink-0 text-ink-3 transition-transform duration-fast group-open:rotate-90"
      />
    </summary>
  )
}
