import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { Notice } from './notice.tsx'

export type DeviceLandingProps = {
  /** Uses the link up and leads to the conversation; null when it was used or has expired. */
  action: ((form: FormData) => void | Promise<void>) | null
}

/** Where a "continue on another device" link leads. A person presses the button: a preview robot must not use it up. */
export function DeviceLanding({ action }: DeviceLandingProps) {
  if (!action) {
    return (
      <Notice
        title="This link was used or has expired"
        actions={
          <Button asChild variant="outline">
            <Link href="/">Ask a new question here</Link>
          </Button>
        }
      >
        <p>Each link works once, for ten minutes. Make a new one on the device where the conversation is open.</p>
      </Notice>
    )
  }
  return (
    <Notice
      title="Continue the conversation here"
      actions={
        <form action={action}>
          <Button type="submit" size="lg">
            Continue here
          </Button>
        </form>
      }
    >
      <p>This browser will show the conversations of the device that made the link, from where they are now.</p>
      <p>The link can be used once. Questions that this browser asked before stay with its earlier guest.</p>
    </Notice>
  )
}
