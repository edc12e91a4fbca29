'use client'

import { useTranslations } from 'use-intl/react'
import { questionHead, splitQuestion } from '@/lib/core/conversations/question-text.ts'
import { cn } from '../ui/cn.ts'
import { QuestionBody } from './question-body.tsx'

const HEADLINE_CHARS = 160
const FOLD_CHARS = 700

/** The question as the headline of its run. A long one is set smaller, a very long one folds. */
export function Question({ id, text, hasDemo }: { id: string; text: string; hasDemo: boolean }) {
  const t = useTranslations('runs')
  const { text: said, pieces } = splitQuestion(text)
  const { head, body } = questionHead(said)
  return (
    <header className="mx-auto w-full max-w-(--width-read)">
      <h2
        id={id}
        className={cn(
          'whitespace-pre-wrap text-balance wrap-anywhere font-semibold text-ink',
          head.length <= HEADLINE_CHARS ? 'text-title' : 'text-lg leading-snug',
          head.length > FOLD_CHARS && 'line-clamp-6',
        )}
      >
        {head || t('pasted')}
      </h2>
      {head.length > FOLD_CHARS && <WholeQuestion text={head} />}
      <QuestionBody body={body} pieces={pieces} />
      {hasDemo && <p className="mt-3 text-ink-3 text-xs">{t('demoNote')}</p>}
    </header>
  )
}

function WholeQuestion({ text }: { text: string }) {
  const t = useTranslations('runs')
  return (
    <details className="mt-2 text-sm">
      <summary className="text-ink-2 hover:text-ink">{t('wholeQuestion')}</summary>
      <p className="mt-2 whitespace-pre-wrap wrap-anywhere text-ink-2">{text}</p>
    </details>
  )
}
