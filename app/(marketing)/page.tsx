import { cookies } from 'next/headers'
import { parseTheme, THEME_COOKIE } from '@/components/layout/theme.ts'
import { Landing } from '@/components/marketing/landing.tsx'
import { RecordedRun } from '@/components/marketing/recorded-run.tsx'
import { listConversations } from '@/lib/services/conversations/index.ts'
import { askAction } from '../(app)/actions.ts'
import { composerProps } from '../form-props.ts'
import { visitorCtx } from '../visitor.ts'

export default async function LandingPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams
  const ctx = await visitorCtx()
  const page = ctx && (await listConversations(ctx, { limit: 1, cursor: null }))
  return (
    <Landing
      {...(await composerProps())}
      action={askAction}
      question={typeof q === 'string' ? q : ''}
      latest={page?.data[0] ?? null}
      theme={parseTheme((await cookies()).get(THEME_COOKIE)?.value)}
      replay={<RecordedRun />}
    />
  )
}
