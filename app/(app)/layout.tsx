import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell.tsx'
import { ClientProvider } from '@/lib/client/query-provider.tsx'
import { listConversations } from '@/lib/services/conversations/index.ts'
import { visitorCtx } from '../visitor.ts'

export default async function AppLayout({ children }: { children: ReactNode }) {
  const ctx = await visitorCtx()
  const recent = ctx && (await listConversations(ctx, { limit: 50, cursor: null }))
  return (
    <ClientProvider>
      <AppShell conversations={recent?.data ?? []} note="Guest · 30 questions a day">
        {children}
      </AppShell>
    </ClientProvider>
  )
}
