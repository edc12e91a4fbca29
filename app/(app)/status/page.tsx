import type { Metadata } from 'next'
import { translator } from '@/components/language/current.ts'
import { StatusPage } from '@/components/providers/status-page.tsx'
import { toProviders } from '@/lib/api/providers/resource.ts'
import { container } from '@/lib/runtime/door.ts'
import { listProviders } from '@/lib/services/providers/index.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('providers')
  return { title: t('title'), robots: { index: false } }
}

export default async function Status() {
  const ports = await container()
  return <StatusPage initial={toProviders({ at: ports.clock.now(), providers: listProviders(ports) })} />
}
