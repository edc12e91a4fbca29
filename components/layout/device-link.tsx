'use client'

import { Smartphone } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog.tsx'
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
  const [link, setLink] = useState<DeviceLink | 'failed' | null>(null)
  const [, startCreating] = useTransition()

  function create() {
    setLink(null)
    startCreating(async () =>
      setLink(await createLink(location.pathname, location.origin).catch(() => 'failed' as const)),
    )
  }

  return (
    <Dialog onOpenChange={(isOpen) => isOpen && create()}>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm">
          <Smartphone aria-hidden />
          Continue on another device
        </Button>
      </DialogTrigger>
      <DialogContent
        title="Continue on another device"
        description="Point its camera at the code, or open the link there. The run goes on meanwhile."
      >
        {link === 'failed' ? <Failed onRetry={create} /> : <LinkView link={link} />}
      </DialogContent>
    </Dialog>
  )
}

function Failed({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className="space-y-4 py-2">
      <p className="text-sm">The link could not be made. Nothing has changed.</p>
      <Button variant="outline" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}

function LinkView({ link }: { link: DeviceLink | null }) {
  return (
    <div aria-busy={link === null} className="space-y-4">
      {link ? (
        <QrCode text={link.url} label="QR code of the link" className="mx-auto size-52 rounded-md border bg-[#fff]" />
      ) : (
        <Skeleton className="mx-auto size-52 rounded-md" />
      )}
      {link ? <CopyField label="Link" value={link.url} /> : <Skeleton className="h-9" />}
      <p className="text-ink-2 text-xs leading-5">
        It works once, for {minutes(link?.expiresInS ?? 600)}, and gives that device the same conversations as this one.
        {link && isLoopback(link.url) ? <Unreachable /> : null}
      </p>
    </div>
  )
}

function Unreachable() {
  return (
    <span className="mt-2 block rounded-md bg-warn-bg px-3 py-2 text-warn">
      This address works on this computer only. Start the server with HOST=0.0.0.0 and open this page by the computer’s
      network address to reach it from another device.
    </span>
  )
}

function minutes(seconds: number): string {
  const count = Math.round(seconds / 60)
  if (count === 10) return 'ten minutes'
  return count === 1 ? 'one minute' : `${count} minutes`
}

function isLoopback(url: string): boolean {
  return /^(localhost|127\.|\[::1\])/.test(new URL(url).hostname)
}
