import type { Source } from '@/lib/core/sources/types.ts'
import { translator } from '../language/current.ts'
import { SourceText } from './source-text.tsx'

/** The page of a source: what a citation leads to without JavaScript, and what can be sent to somebody else. */
export async function SourcePage({ source }: { source: Source }) {
  const t = await translator('pages')
  return (
    <article className="mx-auto max-w-(--width-read) px-5 py-16 sm:px-8">
      <p className="pl-4 text-ink-3 text-xs">{source.topic}</p>
      <h1 className="mt-1 mb-8 text-balance pl-4 font-semibold text-title">{source.title}</h1>
      <SourceText source={source} level={2} />
      <p className="mt-10 border-t pt-4 pl-4 text-ink-3 text-xs">{t('sourceNote')}</p>
    </article>
  )
}
