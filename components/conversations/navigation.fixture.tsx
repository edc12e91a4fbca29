import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime'
import type { ComponentProps, ReactNode } from 'react'
import { ClientProvider } from '@/lib/client/query-provider.tsx'

type Router = NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>

/** Stands where Next has its router, and notes what it was told. */
export function navigation(path: string) {
  const told: string[] = []
  const router = {
    push: (to: string) => told.push(`push ${to}`),
    replace: (to: string) => told.push(`replace ${to}`),
    refresh: () => told.push('refresh'),
    prefetch: () => {},
  } as unknown as Router
  const Wrapper = ({ children }: { children: ReactNode }) => (
    <AppRouterContext.Provider value={router}>
      <PathnameContext.Provider value={path}>
        <ClientProvider>{children}</ClientProvider>
      </PathnameContext.Provider>
    </AppRouterContext.Provider>
  )
  return { told, wrapper: Wrapper }
}
