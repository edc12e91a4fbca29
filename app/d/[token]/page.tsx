import type { Metadata } from 'next'
import { translator } from '@/components/language/current.ts'
import { DeviceLanding } from '@/components/layout/device-landing.tsx'
import { container } from '@/lib/runtime/door.ts'
import { peekDeviceLink } from '@/lib/services/identity/index.ts'
import { redeemAction } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('deviceLanding')
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function DevicePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await peekDeviceLink(await container(), token)
  return <DeviceLanding action={link && redeemAction.bind(null, token)} />
}
