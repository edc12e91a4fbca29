'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { useSource } from '@/lib/client/use-source.ts'
import { useProblem } from '../language/problem.ts'
import { SourceText } from '../sources/source-text.tsx'
import { Dialog, DialogContent } from '../ui/dialog.tsx'

/** A cited source over the page, at the passage that was cited. A sheet from below on a phone. */
export function PassageDialog({
  href,
  onClose,
  onLeft,
}: {
  href: string
  onClose(): void
  /** It is gone; the focus has nowhere to be. */
  onLeft(): void
}) {
  function leave(event: Event) {
    event.preventDefault()
    onLeft()
  }
  const [, id = '', cited] = /^\/sources\/([^#]+)(?:#(.+))?$/.exec(href) ?? []
  const t = useTranslations('texts')
  const say = useProblem()
  const { source, problem } = useSource(id)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (source) body.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [source])
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent title={source?.title ?? t('citation')} description={source?.topic} onCloseAutoFocus={leave}>
        <div ref={body} className="-ml-4 min-h-40">
          {source && <SourceText source={source} cited={cited} level={3} />}
          {problem !== null && (
            <p role="alert" className="pl-4 text-ink-2 text-sm">
              {say(problem)}
            </p>
          )}
          <p className="mt-6 pl-4 text-sm">
            <a href={href} className="text-ink-2 underline underline-offset-2 hover:text-ink">
              {t('openPage')}
            </a>
          </p>
        </div>
      </DialogContent>
    </Dialog>
  )
}
