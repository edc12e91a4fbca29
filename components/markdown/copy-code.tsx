'use client'

import { useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { CopyButton } from './copy-button.tsx'

/** Copies the code of the figure it stands in, read from the page, so that it is not sent twice. */
export function CopyCode() {
  const t = useTranslations('texts')
  const place = useRef<HTMLSpanElement>(null)
  const read = () => place.current?.closest('figure')?.querySelector('code')?.textContent ?? ''
  return (
    <span ref={place}>
      <CopyButton read={read} label={t('copyCode')} />
    </span>
  )
}
