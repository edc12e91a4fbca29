import type { ReactNode } from 'react'
import { translator } from '@/components/language/current.ts'
import { AppShell } from '@/components/layout/app-shell.tsx'
import { ClientProvider } from '@/lib/client/query-provider.tsx'
import { asListed } from '@/lib/core/conversations/listed.ts'
import { container } from '@/lib/runtime/door.ts'
import { listConversations } from '@/lib/services/conversations/index.ts'
import { visitorCtx } from '../visitor.ts'

export default async function AppLayout({ children }: { children: ReactNode }) {
  const ctx = await visitorCtx()
  const list = async (isPinned: boolean) => {
    if (!ctx) return { rows: [], next: null }
    const page = await listConversations(ctx, { limit: 50, cursor: null, filter: { pinned: isPinned } })
    return { rows: page.data.map(asListed), next: page.nextCursor }
  }
  const [pinned, recent] = await Promise.all([list(true), list(false)])
  const { clock } = await container()
  const t = await translator('sidebar')
  return (
    <ClientProvider>
      <AppShell pinned={pinned.rows} recent={recent} now={clock.now()} note={t('guest', { count: 30 })}>
        {children}
      </AppShell>
    </ClientProvider>
  )
}
