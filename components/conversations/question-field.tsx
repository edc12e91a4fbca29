'use client'

import { type ClipboardEvent, type KeyboardEvent, lazy, type RefObject, Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { cn } from '@/components/ui/cn.ts'
import { Textarea } from '@/components/ui/textarea.tsx'
import type { Piece } from './drafts.ts'
import { PastedPieces } from './pasted-pieces.tsx'
import { isLongPaste, withPiece } from './pieces.ts'
import type { DraftInHand } from './use-draft.ts'

const QuestionPreview = lazy(() =>
  import('./question-preview.tsx').then((module) => ({ default: module.QuestionPreview })),
)

export type QuestionFieldProps = {
  id: string
  ref: RefObject<HTMLTextAreaElement | null>
  draft: DraftInHand
  isSending: boolean
  isInvalid: boolean
  isPreviewed: boolean
  placeholder: string
  describedBy: string
  size: 'large' | 'small'
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void
  /** Back from the preview. */
  onWrite(): void
}

/** Where a question is written, or looked at before it is sent. Long pasted texts are kept beside it. */
export function QuestionField({ id, ref, draft, isSending, isPreviewed, ...props }: QuestionFieldProps) {
  const t = useTranslations('composer')
  const space = props.size === 'large' ? 'max-h-[38dvh] min-h-24 text-lg' : 'max-h-[32dvh] min-h-12'

  function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n')
    if (!isLongPaste(text)) return
    event.preventDefault()
    draft.change({ pieces: withPiece(draft.pieces, text) })
  }

  function unfold(piece: Piece) {
    const text = [draft.text, piece.text].filter((part) => part.trim() !== '').join('\n\n')
    draft.change({ text, pieces: draft.pieces.filter((other) => other !== piece) })
    ref.current?.focus()
  }

  return (
    <>
      <PastedPieces
        pieces={isPreviewed ? [] : draft.pieces}
        isDisabled={isSending}
        onChange={(pieces) => draft.change({ pieces })}
        onUnfold={unfold}
      />
      <label htmlFor={id} className="sr-only">
        {t('label')}
      </label>
      <Textarea
        ref={ref}
        id={id}
        name="question"
        rows={props.size === 'large' ? 3 : 1}
        value={draft.text}
        readOnly={isSending}
        onChange={(event) => draft.change({ text: event.target.value })}
        onPaste={paste}
        onKeyDown={props.onKeyDown}
        placeholder={props.placeholder}
        aria-invalid={props.isInvalid}
        aria-describedby={props.describedBy}
        className={cn(
          'overflow-y-auto border-0 bg-transparent px-4 pt-3.5 pb-2 outline-none',
          space,
          isPreviewed && 'hidden',
        )}
      />
      {isPreviewed && (
        <section
          aria-label={t('preview')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          onKeyDown={(event) => event.key === 'Escape' && props.onWrite()}
          className={cn('overflow-y-auto px-4 pt-3.5 pb-2 text-base', space)}
        >
          <Suspense fallback={null}>
            <QuestionPreview question={draft.whole} />
          </Suspense>
        </section>
      )}
    </>
  )
}
