'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Group } from '../ui/group.tsx'

// Texts are rendered on the server too, which has no language of its own below: these few leaves say it in the page.

/** What an image without a description is called. */
export function ImageWord() {
  return useTranslations('texts')('image')
}

/** The box of a task in a list. */
export function TaskBox({ isDone }: { isDone: boolean }) {
  const t = useTranslations('texts')
  return <input type="checkbox" checked={isDone} disabled readOnly aria-label={t(isDone ? 'done' : 'open')} />
}

export type TableRegionProps = { heads: string[]; columns?: number; className: string; children: ReactNode }

/** A place for a table that scrolls by itself, named after its columns. */
export function TableRegion({ heads, columns, className, children }: TableRegionProps) {
  const t = useTranslations('texts')
  return (
    <Group aria-label={[t('table'), ...heads].join(', ')} scrolls className={className} data-columns={columns}>
      {children}
    </Group>
  )
}
