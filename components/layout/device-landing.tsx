import Link from 'next/link'
import { translator } from '@/components/language/current.ts'
import { Button } from '@/components/ui/button.tsx'
import { Notice } from './notice.tsx'

export type DeviceLandingProps = {
  /** Uses the link up and leads to the conversation; null when it was used or has expired. */
  action: ((form: FormData) => void | Promise<void>) | null
}

/** Where a "continue on another device" link leads. A person presses the button: a preview robot must not use it up. */
export async function DeviceLanding({ action }: DeviceLandingProps) {
  const t = await translator('deviceLanding')
  if (!action) {
    return (
      <Notice
        title={t('usedTitle')}
        actions={
          <Button asChild variant="outline">
            <Link href="/">{t('usedAction')}</Link>
          </Button>
        }
      >
        <p>{t('used')}</p>
      </Notice>
    )
  }
  return (
    <Notice
      title={t('heading')}
      actions={
        <form action={action}>
          <Button type="submit" size="lg">
            {t('action')}
          </Button>
        </form>
      }
    >
      <p>{t('what')}</p>
      <p>{t('note')}</p>
    </Notice>
  )
}
