import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/button.tsx'
import type { Siblings } from './turn-tools.ts'

/** ‹ 2/3 ›: goes between what was asked or answered at the same place. A plain form, so it works without JavaScript. */
export function SiblingSwitch({
  siblings,
  what,
  conversationId,
  show,
}: {
  siblings: Siblings
  /** What is counted, in the singular: "question", "answer". */
  what: 'question' | 'answer'
  conversationId: string
  show(form: FormData): Promise<void>
}) {
  const t = useTranslations('branches')
  const { index, total, previous, next } = siblings
  if (total < 2) return null
  return (
    <form action={show} className="-ml-2 flex items-center text-ink-3 text-xs">
      <input type="hidden" name="conversationId" value={conversationId} />
      <Step to={previous} label={t(`previous.${what}`)}>
        <ChevronLeft aria-hidden />
      </Step>
      <span className="min-w-7 text-center tabular-nums">
        <span className="sr-only">{t(`this.${what}`)} </span>
        {index}/{total}
      </span>
      <Step to={next} label={t(`next.${what}`)}>
        <ChevronRight aria-hidden />
      </Step>
    </form>
  )
}

function Step({ to, label, children }: { to: string | null; label: string; children: ReactNode }) {
  return (
    <Button
      type="submit"
      name="runId"
      value={to ?? ''}
      disabled={to === null}
      variant="ghost"
      size="icon-sm"
      className="pointer-coarse:size-11"
      aria-label={label}
    >
      {children}
    </Button>
  )
}
