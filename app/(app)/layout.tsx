import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell.tsx'
import { ClientProvider } from '@/lib/client/query-provider.tsx'
import { container } from '@/lib/runtime/door.ts'
import { listConversations } from '@/lib/services/conversations/index.ts'
import { visitorCtx } from '../visitor.ts'

export default async function AppLayout({ children }: { children: ReactNode }) {
  const ctx = await visitorCtx()
  const list = async (isPinned: boolean) =>
    ctx ? (await listConversations(ctx, { limit: 50, cursor: null, filter: { pinned: isPinned } })).data : []
  const [pinned, recent] = await Promise.all([list(true), list(false)])
  const { clock } = await container()
  return (
    <ClientProvider>
      <AppShell pinned={pinned} recent={recent} now={clock.now()} note="Guest · 30 questions a day">
        {children}
      </AppShell>
    </ClientProvider>
  )
}
