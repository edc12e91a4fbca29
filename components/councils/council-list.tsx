'use client'

import { useTranslations } from 'use-intl/react'
import type { CouncilChoice, ModelChoice } from './choices.ts'
import { CouncilEditor } from './council-editor.tsx'
import type { CouncilAction } from './council-form.ts'
import { CouncilItem, CouncilLine } from './council-item.tsx'

export type CouncilListProps = {
  councils: CouncilChoice[]
  models: ModelChoice[]
  action: CouncilAction
  remove: (form: FormData) => Promise<void>
  /** Id of the council that is open to be changed. */
  open: string | null
  idempotencyKey: string
}

/** Every council there is: one's own to change and delete, a form for a new one, and the presets. */
export function CouncilList({ councils, open, remove, ...editor }: CouncilListProps) {
  const t = useTranslations('picker')
  const own = councils.filter((council) => council.kind === 'own')
  const presets = councils.filter((council) => council.kind === 'preset')
  return (
    <div className="mx-auto max-w-(--width-read) space-y-12 px-5 py-12 sm:px-8">
      <header>
        <h1 className="font-medium font-serif text-title">{t('councils')}</h1>
        <p className="mt-2 text-ink-2 text-sm">{t('intro')}</p>
      </header>
      <section aria-labelledby="own">
        <h2 id="own" className="font-semibold text-sm">
          {t('yours')}
        </h2>
        {own.length === 0 ? <p className="mt-2 text-ink-3 text-sm">{t('none')}</p> : null}
        <ul className="mt-3 divide-y border-y empty:hidden">
          {own.map((council) => (
            // a change folds it up again
            <li key={`${council.id} ${council.version}`}>
              <CouncilItem {...editor} council={council} remove={remove} isOpen={open === council.id} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="new" className="space-y-4">
        <h2 id="new" className="font-semibold text-sm">
          {t('new')}
        </h2>
        <CouncilEditor key={own.length} {...editor} council={null} />
      </section>
      <section aria-labelledby="presets">
        <h2 id="presets" className="font-semibold text-sm">
          {t('presets')}
        </h2>
        <ul className="mt-3 divide-y border-y">
          {presets.map((council) => (
            <li key={council.id} className="py-3">
              <CouncilLine council={council} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
