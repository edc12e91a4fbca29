import { translator } from '@/components/language/current.ts'

/** The first thing the Tab key reaches: past the navigation to the page's own content. */
export async function SkipLink() {
  const t = await translator('layout')
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-ink focus:px-3 focus:py-2 focus:text-bg focus:text-sm"
    >
      {t('skip')}
    </a>
  )
}
