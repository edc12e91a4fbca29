import type { ReactNode } from 'react'
import type { AskAction } from '@/components/conversations/ask-form.ts'
import { Composer } from '@/components/conversations/composer.tsx'
import type { CouncilChoice, ModelChoice } from '@/components/councils/choices.ts'
import type { CouncilAction } from '@/components/councils/council-form.ts'
import { translator } from '@/components/language/current.ts'
import { SkipLink } from '@/components/layout/skip-link.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import type { ConversationSummary } from '@/lib/core/conversations/types.ts'
import type { Settings } from '@/lib/core/settings/settings.ts'
import { LandingFooter, LandingHeader } from './landing-frame.tsx'
import { Stages } from './stages.tsx'

export type LandingProps = {
  action: AskAction
  councils: CouncilChoice[]
  models: ModelChoice[]
  keepCouncil: CouncilAction
  idempotencyKey: string
  defaultCouncil: string
  /** Put into the box: from an example's address (`/?q=…`). */
  question: string
  /** The visitor's newest conversation, to find back to it. */
  latest: ConversationSummary | null
  theme: Settings['theme']
  /** A recorded run, playing. */
  replay: ReactNode
}

/** The first page: what a council is, a box to ask one, and one at work. */
export async function Landing({ question, latest, theme, replay, ...form }: LandingProps) {
  const t = await translator('landing')
  const isDemo = form.models.every((model) => model.demo)
  return (
    <div className="mx-auto flex min-h-dvh max-w-[1248px] flex-col px-5 sm:px-8">
      <SkipLink />
      <LandingHeader latest={latest} />
      <main
        id="main"
        tabIndex={-1}
        className="flex flex-1 flex-col justify-between gap-10 pt-8 pb-8 outline-none lg:pt-10"
      >
        <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,29rem)]">
          <div>
            <h1 className="text-balance font-medium font-serif text-display">{t('headline')}</h1>
            <p className="mt-5 max-w-[36rem] text-pretty text-ink-2 text-lg leading-7">{t('lead')}</p>
            <div className="mt-8">
              <Composer
                {...form}
                variant="landing"
                examples={[t('examples.first'), t('examples.second'), t('examples.third')]}
                initial={{ error: null, field: null, question }}
              />
            </div>
            {isDemo ? <Badge className="mt-6 font-normal">{t('demo')}</Badge> : null}
          </div>
          <figure aria-label={t('recorded')} className="min-w-0">
            {replay}
          </figure>
        </div>
        <Stages />
      </main>
      <LandingFooter theme={theme} />
    </div>
  )
}
