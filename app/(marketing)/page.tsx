import { Landing } from '@/components/marketing/landing.tsx'
import { RecordedRun } from '@/components/marketing/recorded-run.tsx'
import { RecordedStill } from '@/components/marketing/recorded-still.tsx'
import { currentSettings } from '@/components/settings/current.ts'
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
      theme={(await currentSettings()).theme}
      replay={<RecordedRun still={<RecordedStill />} />}
    />
  )
}
