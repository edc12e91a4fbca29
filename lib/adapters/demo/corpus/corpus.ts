import type { Article } from './article.ts'
import { COMPUTING_ARTICLES } from './computing.ts'
import { COUNCIL_ARTICLES } from './councils.ts'
import { EVERYDAY_ARTICLES } from './everyday.ts'
import { FINANCE_ARTICLES } from './finance.ts'
import { HEALTH_ARTICLES } from './health.ts'

/** Everything the offline models know. */
export const CORPUS: readonly Article[] = [
  ...COUNCIL_ARTICLES,
  ...HEALTH_ARTICLES,
  ...FINANCE_ARTICLES,
  ...COMPUTING_ARTICLES,
  ...EVERYDAY_ARTICLES,
]
