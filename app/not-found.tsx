import type { Metadata } from 'next'
import Link from 'next/link'
import { Notice } from '@/components/layout/notice.tsx'
import { Button } from '@/components/ui/button.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Notice
      title="There is nothing at this address"
      actions={
        <Button asChild>
          <Link href="/">Ask a question</Link>
        </Button>
      }
    >
      <p>
        The address may be mistyped. A conversation can only be opened by the browser that asked, or by one that
        followed its “continue on another device” link.
      </p>
    </Notice>
  )
}
