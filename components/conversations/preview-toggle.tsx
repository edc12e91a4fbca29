import { Eye, Pencil } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'

const MARKS = [
  /^ {0,3}(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>\s|`{3,}|~{3,}|\|.*\|)/m,
  /(?:\*\*|__)\S|`[^`\n]+`|\[[^\]\n]+\]\([^)\n]+\)|\S\n[ \t]*\n\S/,
]

/** Whether a question would look different once it is sent. */
export function hasMarkdown(text: string): boolean {
  return MARKS.some((mark) => mark.test(text))
}

/** Switches between writing a question and seeing it as it will be shown. */
export function PreviewToggle({ isPreviewed, onToggle }: { isPreviewed: boolean; onToggle(): void }) {
  const t = useTranslations('composer')
  const Icon = isPreviewed ? Pencil : Eye
  return (
    <Button
      variant="ghost"
      size="icon"
      className="pointer-coarse:size-11"
      aria-label={t(isPreviewed ? 'write' : 'preview')}
      title={t(isPreviewed ? 'writeOn' : 'previewLong')}
      onClick={onToggle}
    >
      <Icon aria-hidden />
    </Button>
  )
}
