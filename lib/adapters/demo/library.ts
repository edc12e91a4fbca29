import type { Source } from '../../core/sources/types.ts'
import type { Sources } from '../../ports/sources.ts'
import type { Article, Domain } from './corpus/article.ts'
import { CORPUS } from './corpus/corpus.ts'
import { anchorOf, noteOn } from './sources.ts'

const TOPICS: Record<Domain, string> = {
  councils: 'Councils of models',
  health: 'Health',
  finance: 'Personal finance',
  computing: 'Computing',
  everyday: 'Everyday questions',
}

/** The shipped corpus as something to look things up in. */
export function demoSources(): Sources {
  const sources = new Map(CORPUS.map((article) => [article.id, sourceOf(article)]))
  return { get: (id) => sources.get(id) ?? null, list: () => [...sources.values()] }
}

function sourceOf({ id, title, domain, sections, table }: Article): Source {
  return {
    id,
    title,
    topic: TOPICS[domain],
    note: noteOn(domain),
    sections: sections.map(({ heading, sentences }) => ({ id: anchorOf(heading), heading, sentences })),
    table: table ?? null,
  }
}
