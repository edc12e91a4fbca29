'use client'

import { Notice } from '@/components/layout/notice.tsx'
import { Button } from '@/components/ui/button.tsx'
import { fontVariables } from './fonts.ts'
import './globals.css'

export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>Something went wrong · LLM Council</title>
        <Notice title="The product could not be shown" actions={<Button onClick={reset}>Try again</Button>}>
          <p>Something went wrong on our side. A run that was going on continues without this page.</p>
          {error.digest ? <p className="text-ink-3 text-xs">Reference {error.digest}</p> : null}
        </Notice>
      </body>
    </html>
  )
}
