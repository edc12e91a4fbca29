'use client'

import { useTranslations } from 'use-intl/react'
import { PastedSummary } from './pasted-summary.tsx'
import { RunText } from './run-text.tsx'
import { QUESTION_SLOT } from './text-slots.ts'

const FOLD_CHARS = 1_200

/** What a question has beside its headline: more text, as markdown, and what was pasted, folded. */
export function QuestionBody({ body, pieces }: { body: string; pieces: string[] }) {
  const t = useTranslations('runs')
  return (
    <>
      {body !== '' && <QuestionRest body={body} />}
      {pieces.length > 0 && (
        <ul aria-label={t('pasted')} className="mt-3 space-y-1">
          {pieces.map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a question that was asked never changes.
            <li key={index}>
              <details className="group rounded-md bg-sunken">
                <PastedSummary text={piece} />
                <p className="whitespace-pre-wrap wrap-anywhere px-3 pb-3 font-mono text-ink-2 text-xs">{piece}</p>
              </details>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function QuestionRest({ body }: { body: string }) {
  const t = useTranslations('runs')
  const text = <RunText slot={QUESTION_SLOT} source={body} isWhole className="mt-3 text-ink-2" />
  if (body.length <= FOLD_CHARS) return text
  return (
    <details className="mt-2 text-sm">
      <summary className="text-ink-2 hover:text-ink">{t('restOfQuestion')}</summary>
      {text}
    </details>
  )
}
