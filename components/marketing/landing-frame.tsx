import Link from 'next/link'
import { newestHref } from '@/components/conversations/newest.ts'
import { translator } from '@/components/language/current.ts'
import { ThemeToggle } from '@/components/layout/theme-toggle.tsx'
import { Wordmark } from '@/components/layout/wordmark.tsx'
import type { ConversationSummary } from '@/lib/core/conversations/types.ts'
import type { Settings } from '@/lib/core/settings/settings.ts'

/** The name, and for who has asked before the way back. */
export async function LandingHeader({ latest }: { latest: ConversationSummary | null }) {
  const t = await translator('landing')
  return (
    <header className="flex h-16 items-center justify-between gap-6">
      <Wordmark />
      {latest ? (
        <Link
          href={newestHref(latest.id)}
          className="min-w-0 truncate rounded-sm text-ink-2 text-sm underline decoration-line-strong underline-offset-4 hover:text-ink"
        >
          {t('yours')}
        </Link>
      ) : null}
    </header>
  )
}

/** For programmers the address of the API, for everyone the theme. */
export async function LandingFooter({ theme }: { theme: Settings['theme'] }) {
  const t = await translator('landing')
  return (
    <footer className="flex items-center justify-between gap-6 border-t py-3 text-ink-3 text-xs">
      <p>
        {t.rich('programs', {
          code: (text) => <code className="font-mono">{text}</code>,
          link: (text) => (
            <a
              href="/api/v1/openapi.json"
              className="rounded-sm underline decoration-line-strong underline-offset-4 hover:text-ink"
            >
              {text}
            </a>
          ),
        })}
      </p>
      <ThemeToggle initial={theme} className="shrink-0" />
    </footer>
  )
}
