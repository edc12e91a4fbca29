'use client'

import { Download } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { buttonVariants } from '@/components/ui/button.tsx'
import { cn } from '@/components/ui/cn.ts'

const FORMATS = [
  { format: 'markdown', name: 'Markdown', note: 'exportMarkdown' },
  { format: 'json', name: 'JSON', note: 'exportJson' },
] as const

/** The conversation as a file. A disclosure of links, so that it works without JavaScript; with it, it closes by itself. */
export function ExportMenu({ conversationId }: { conversationId: string }) {
  const t = useTranslations('list')
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')

  function closeWhenLeft(event: FocusEvent) {
    if (!menu.current?.contains(event.relatedTarget)) close()
  }
  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !menu.current?.open) return
    close()
    menu.current.querySelector('summary')?.focus()
  }

  return (
    <details ref={menu} className="relative" onBlur={closeWhenLeft} onKeyDown={closeOnEscape}>
      <summary
        className={cn(
          buttonVariants({ variant: 'ghost', size: 'sm' }),
          'cursor-pointer list-none [&::-webkit-details-marker]:hidden',
        )}
      >
        <Download aria-hidden />
        {t('export')}
      </summary>
      <ul className="absolute right-0 z-20 mt-1 w-60 animate-fade-in rounded-md border border-line-strong bg-surface p-1">
        {FORMATS.map(({ format, name, note }) => (
          <li key={format}>
            <a
              href={`/api/v1/conversations/${conversationId}/export?format=${format}`}
              download
              onClick={close}
              className="block rounded-sm px-2.5 py-1.5 text-sm hover:bg-sunken"
            >
              {name}
              <span className="block text-ink-3 text-xs">{t(note)}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
