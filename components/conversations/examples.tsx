import type { MouseEvent } from 'react'
import { useTranslations } from 'use-intl/react'

export type ExamplesProps = { questions: string[]; onPick: (question: string) => void }

/** Questions to begin with. Links to the page with the box filled, so they work without JavaScript too. */
export function Examples({ questions, onPick }: ExamplesProps) {
  const t = useTranslations('composer')

  function pick(event: MouseEvent, question: string) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onPick(question)
  }

  return (
    <ul aria-label={t('examples')} className="mt-5 flex flex-wrap gap-2">
      {questions.map((question) => (
        <li key={question}>
          <a
            href={`/?q=${encodeURIComponent(question)}`}
            rel="nofollow"
            onClick={(event) => pick(event, question)}
            className="inline-flex min-h-8 items-center rounded-md border px-3 py-1 text-ink-2 text-xs hover:border-line-strong hover:text-ink"
          >
            {question}
          </a>
        </li>
      ))}
    </ul>
  )
}
