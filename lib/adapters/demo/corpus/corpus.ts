import type { Article } from './article.ts'
import { COMPUTING_ARTICLES } from './computing.ts'
import { COMPUTING_CRAFT_ARTICLES } from './computing-craft.ts'
import { COUNCIL_ARTICLES } from './councils.ts'
import { COUNCIL_PRACTICE_ARTICLES } from './councils-practice.ts'
import { EVERYDAY_ARTICLES } from './everyday.ts'
import { EVERYDAY_NATURE_ARTICLES } from './everyday-nature.ts'
import { FINANCE_ARTICLES } from './finance.ts'
import { FINANCE_HOUSEHOLD_ARTICLES } from './finance-household.ts'
import { HEALTH_ARTICLES } from './health.ts'
import { HEALTH_HABITS_ARTICLES } from './health-habits.ts'

/** Everything the offline models know. */
export const CORPUS: readonly Article[] = [
  ...COUNCIL_ARTICLES,
  ...COUNCIL_PRACTICE_ARTICLES,
  ...HEALTH_ARTICLES,
  ...HEALTH_HABITS_ARTICLES,
  ...FINANCE_ARTICLES,
  ...FINANCE_HOUSEHOLD_ARTICLES,
  ...COMPUTING_ARTICLES,
  ...COMPUTING_CRAFT_ARTICLES,
  ...EVERYDAY_ARTICLES,
  ...EVERYDAY_NATURE_ARTICLES,
]
