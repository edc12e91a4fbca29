import Link from 'next/link'
import type { PriceSource } from '@/lib/core/pricing/price.ts'
import { formatter, translator } from '../language/current.ts'
import { Button } from '../ui/button.tsx'
import { NativeSelect } from '../ui/native-select.tsx'
import { type ModelEntry, matching, type Wanted } from './entry.ts'
import { ModelCards, ModelTable } from './model-table.tsx'
import { type ModelWords, modelWords } from './model-words.ts'

/** The last time that a list of prices on the network was asked; `refreshedAt` null: it has never answered. */
export type Refreshed = { source: PriceSource; triedAt: number; refreshedAt: number | null; isFailed: boolean }

export type ModelCatalogueProps = { models: ModelEntry[]; refreshed: Refreshed | null; wanted: Wanted }

/** Every model there is or was: to look through, by name and by provider, without any script. */
export async function ModelCatalogue({ models, refreshed, wanted }: ModelCatalogueProps) {
  const words = modelWords(await translator('catalogue'), await formatter())
  const { t } = words
  const shown = matching(models, wanted)
  const providers = [...new Set(models.map(({ provider }) => provider))].sort()
  return (
    <div className="mx-auto max-w-(--width-wide) space-y-8 px-5 py-12 sm:px-8">
      <header className="max-w-(--width-read)">
        <h1 className="font-medium font-serif text-title">{t('title')}</h1>
        <p className="mt-2 text-ink-2 text-sm">{t('intro')}</p>
        <p className="mt-1 text-ink-3 text-xs">{refreshWords(refreshed, words)}</p>
      </header>
      {models.length === 0 ? (
        <p className="text-ink-2 text-sm">{t('empty')}</p>
      ) : (
        <>
          <Filter wanted={wanted} providers={providers} words={words} />
          <p role="status" className="text-ink-3 text-xs">
            {t('found', { count: shown.length })}
          </p>
          {shown.length === 0 ? (
            <Nothing words={words} />
          ) : (
            <>
              <ModelTable models={shown} words={words} />
              <ModelCards models={shown} words={words} />
            </>
          )}
        </>
      )}
    </div>
  )
}

function Nothing({ words: { t } }: { words: ModelWords }) {
  return (
    <p className="text-ink-2 text-sm">
      {t('nothing')}{' '}
      <Link href="/models" className="text-accent underline decoration-line-strong underline-offset-4">
        {t('clear')}
      </Link>
    </p>
  )
}

function Filter({ wanted, providers, words: { t } }: { wanted: Wanted; providers: string[]; words: ModelWords }) {
  return (
    <search>
      <form method="get" className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          name="q"
          maxLength={100}
          defaultValue={wanted.query}
          aria-label={t('search')}
          placeholder={t('search')}
          className="h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink text-xs sm:w-72 pointer-coarse:h-11"
        />
        <NativeSelect name="provider" defaultValue={wanted.provider} aria-label={t('provider')} className="w-52">
          <option value="">{t('allProviders')}</option>
          {providers.map((provider) => (
            <option key={provider} value={provider}>
              {provider}
            </option>
          ))}
        </NativeSelect>
        <Button type="submit" variant="outline" size="sm" className="pointer-coarse:h-11">
          {t('apply')}
        </Button>
      </form>
    </search>
  )
}

function refreshWords(refreshed: Refreshed | null, { t, date, source }: ModelWords): string {
  if (!refreshed) return t('never')
  const name = source(refreshed.source)
  const last = refreshed.refreshedAt
  if (refreshed.isFailed || last === null) return t('tried', { source: name, date: date(refreshed.triedAt) })
  return t('refreshed', { source: name, date: date(last) })
}
