'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { PastedSummary } from '@/components/runs/pasted-summary.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import type { Piece } from './drafts.ts'

export type PastedPiecesProps = {
  pieces: Piece[]
  isDisabled: boolean
  onChange(pieces: Piece[]): void
  /** Moves a piece into the box, as if it had been typed. */
  onUnfold(piece: Piece): void
}

/** Long texts that were pasted, folded to a line each above the box. */
export function PastedPieces({ pieces, isDisabled, onChange, onUnfold }: PastedPiecesProps) {
  const t = useTranslations('composer')
  if (pieces.length === 0) return null
  const edit = (id: string, text: string) =>
    onChange(pieces.map((piece) => (piece.id === id ? { ...piece, text } : piece)))
  return (
    <ul aria-label={t('pasted')} className="max-h-[34dvh] space-y-1 overflow-y-auto p-2 pb-0">
      {pieces.map((piece, index) => (
        <li key={piece.id} className="flex items-start gap-1">
          <details className="group min-w-0 flex-1 rounded-md bg-sunken">
            <PastedSummary text={piece.text} />
            <div className="space-y-2 px-2 pb-2">
              <Textarea
                aria-label={t('pastedOne', { number: index + 1 })}
                value={piece.text}
                readOnly={isDisabled}
                onChange={(event) => edit(piece.id, event.target.value)}
                className="max-h-[24dvh] font-mono text-base sm:text-xs"
              />
              <Button variant="ghost" size="sm" disabled={isDisabled} onClick={() => onUnfold(piece)}>
                {t('unfold')}
              </Button>
            </div>
          </details>
          <Button
            variant="ghost"
            size="icon"
            className="pointer-coarse:size-11"
            disabled={isDisabled}
            aria-label={t('removePasted', { number: index + 1 })}
            onClick={() => onChange(pieces.filter((other) => other !== piece))}
          >
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  )
}
