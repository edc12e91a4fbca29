'use client'

import { Smartphone } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, useState, useTransition } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'
import { LateDialog, opensDialog } from '@/components/ui/late-dialog.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { CopyField } from './copy-field.tsx'

/** Nobody pays for the encoder before they want a code. */
const QrCode = dynamic(() => import('./qr-code.tsx').then((module) => module.QrCode), {
  loading: () => <Skeleton className="mx-auto size-52 rounded-md" />,
})

export type DeviceLink = { url: string; expiresInS: number }
export type DeviceLinkProps = {
  /** Makes a link to `path`; `origin` is the address this browser sees, for servers that know none of their own. */
  createLink: (path: string, origin: string) => Promise<DeviceLink>
}

/** "Continue on another device": every opening makes a fresh link, shown as a QR code and as text. */
export function DeviceLinkButton({ createLink }: DeviceLinkProps) {
  const t = useTranslations('device')
  const [link, setLink] = useState<DeviceLink | 'failed' | null>(null)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const [, startCreating] = useTransition()

  function create() {
    setLink(null)
    startCreating(async () =>
      setLink(await createLink(location.pathname, location.origin).catch(() => 'failed' as const)),
    )
  }

  function open() {
    setOpen(true)
    create()
  }

  return (
    <>
      <Button ref={button} variant="ghost" size="sm" {...opensDialog} aria-expanded={isOpen} onClick={open}>
        <Smartphone aria-hidden />
        {t('continue')}
      </Button>
      <LateDialog isOpen={isOpen} onOpenChange={setOpen} opener={button} title={t('continue')} description={t('how')}>
        {link === 'failed' ? <Failed onRetry={create} /> : <LinkView link={link} />}
      </LateDialog>
    </>
  )
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations()
  return (
    <div role="alert" className="space-y-4 py-2">
      <p className="text-sm">{t('device.failed')}</p>
      <Button variant="outline" onClick={onRetry}>
        {t('layout.tryAgain')}
      </Button>
    </div>
  )
}

function LinkView({ link }: { link: DeviceLink | null }) {
  const t = useTranslations('device')
  return (
    <div aria-busy={link === null} className="space-y-4">
      {link ? (
        <QrCode text={link.url} label={t('qrCode')} className="mx-auto size-52 rounded-md border bg-[#fff]" />
      ) : (
        <Skeleton className="mx-auto size-52 rounded-md" />
      )}
      {link ? <CopyField label={t('link')} value={link.url} /> : <Skeleton className="h-9" />}
      <p className="text-ink-2 text-xs leading-5">
        {t('once', { minutes: Math.round((link?.expiresInS ?? 600) / 60) })}
        {link && isLoopback(link.url) ? <Unreachable /> : null}
      </p>
    </div>
  )
}

function Unreachable() {
  const t = useTranslations('device')
  return <span className="mt-2 block rounded-md bg-warn-bg px-3 py-2 text-warn">{t('unreachable')}</span>
}

function isLoopback(url: string): boolean {
  return /^(localhost|127\.|\[::1\])/.test(new URL(url).hostname)
}
