import type { Route } from 'next'
import Link from 'next/link'
import type { Theme } from '@/components/layout/theme.ts'
import { ThemeToggle } from '@/components/layout/theme-toggle.tsx'
import { Wordmark } from '@/components/layout/wordmark.tsx'
import type { ConversationSummary } from '@/lib/core/conversations/types.ts'

/** The name, and for who has asked before the way back. */
export function LandingHeader({ latest }: { latest: ConversationSummary | null }) {
  return (
    <header className="flex h-16 items-center justify-between gap-6">
      <Wordmark />
      {latest ? (
        <Link
          href={`/c/${latest.id}` as Route}
          className="min-w-0 truncate rounded-sm text-ink-2 text-sm underline decoration-line-strong underline-offset-4 hover:text-ink"
        >
          Your conversations
        </Link>
      ) : null}
    </header>
  )
}

/** For programmers the address of the API, for everyone the theme. */
export function LandingFooter({ theme }: { theme: Theme }) {
  return (
    <footer className="flex items-center justify-between gap-6 border-t py-3 text-ink-3 text-xs">
      <p>
        For programs: POST to <code className="font-mono">/api/v1/runs</code>,{' '}
        <a
          href="/api/v1/openapi.json"
          className="rounded-sm underline decoration-line-strong underline-offset-4 hover:text-ink"
        >
          described in OpenAPI
        </a>
      </p>
      <ThemeToggle initial={theme} className="shrink-0" />
    </footer>
  )
}
