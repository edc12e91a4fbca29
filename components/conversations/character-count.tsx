import { useFigures } from '@/components/language/figures.ts'
import { cn } from '@/components/ui/cn.ts'
import { QUESTION_MAX } from './ask-form.ts'

const SHOWN_FROM = QUESTION_MAX * 0.9

/** How much of the limit is used; silent until it matters. */
export function CharacterCount({ text }: { text: string }) {
  const { plain } = useFigures()
  if (text.length < SHOWN_FROM) return null
  const isOver = text.trim().length > QUESTION_MAX
  return (
    <span className={cn('text-xs', isOver ? 'text-fail' : 'text-ink-3')}>
      {plain(text.length)} / {plain(QUESTION_MAX)}
    </span>
  )
}
