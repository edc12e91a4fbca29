import { cn } from '@/components/ui/cn.ts'
import { QUESTION_MAX } from './ask-form.ts'

const SHOWN_FROM = QUESTION_MAX * 0.9

/** How much of the limit is used; silent until it matters. */
export function CharacterCount({ text, className }: { text: string; className?: string }) {
  if (text.length < SHOWN_FROM) return <span className={className} />
  const isOver = text.trim().length > QUESTION_MAX
  return (
    <span className={cn('text-xs', isOver ? 'text-fail' : 'text-ink-3', className)}>
      {text.length.toLocaleString('en')} / {QUESTION_MAX.toLocaleString('en')}
    </span>
  )
}
