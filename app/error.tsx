'use client'

import Link from 'next/link'
import { Notice } from '@/components/layout/notice.tsx'
import { Button } from '@/components/ui/button.tsx'

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Notice
      title="This page could not be shown"
      actions={
        <>
          <Button onClick={reset}>Try again</Button>
          <Button variant="outline" asChild>
            <Link href="/">Start page</Link>
          </Button>
        </>
      }
    >
      <p>Something went wrong on our side. A run that was going on continues without this page.</p>
      {error.digest ? <p className="text-ink-3 text-xs">Reference {error.digest}</p> : null}
    </Notice>
  )
}
