import type { PromptInputs } from '../../ports/models.ts'
import { SLUGS, type Slug } from './characters.ts'

/** How a model can be told to misbehave, for demonstration and tests. */
export type Misbehaviour = 'fail' | 'stall' | 'empty' | 'cut' | 'slow' | 'garbled ballot' | 'unreadable ballot'

/** Bounded, so that hostile input stays linear. */
const DIRECTIVE = /\[\[ ?([a-z]{1,20}) ?:([a-z ]{1,40})\]\]/gi
const ATTEMPT = /:a(\d+)$/

/**
 * Reads directives out of a question: `[[<who>: <what>]]`.
 *
 * Who: a model (`archivist`, `skeptic`, `teacher`, `analyst`, `editor`), `all`, or `chair` for whichever model writes
 * the synthesis. What: `fail`, `stall`, `empty`, `cut`, `slow`; for a named model or `all` it concerns answers, with
 * ` review` at the end (`stall review`) its ballot. ` once` (`fail once`) spares every attempt after the first.
 * `[[title: fail]]` concerns the request for the conversation's title.
 * `garbled ballot` is readable after one repair, `unreadable ballot` never.
 */
export function misbehaviourOf(
  slug: Slug,
  task: PromptInputs['task'],
  question: string,
  seed: string,
): Misbehaviour | null {
  const attempt = Number(ATTEMPT.exec(seed)?.[1] ?? 1)
  for (const [, who = '', what = ''] of question.matchAll(DIRECTIVE)) {
    const order = parse(what.trim().toLowerCase().replace(/ +/g, ' '))
    if (!order || (order.once && attempt > 1)) continue
    if (concerns(who.toLowerCase(), order.stage, slug, task) && appliesTo(order.what, task)) return order.what
  }
  return null
}

type Order = { what: Misbehaviour; stage: 'own' | 'review'; once: boolean }

function parse(text: string): Order | null {
  if (text === 'garbled ballot' || text === 'unreadable ballot') return { what: text, stage: 'review', once: false }
  const [what, ...rest] = text.split(' ')
  if (!PLAIN.has(what ?? '') || rest.some((word) => word !== 'once' && word !== 'review')) return null
  return { what: what as Misbehaviour, stage: rest.includes('review') ? 'review' : 'own', once: rest.includes('once') }
}

const PLAIN: ReadonlySet<string> = new Set(['fail', 'stall', 'empty', 'cut', 'slow'])

function concerns(who: string, stage: Order['stage'], slug: Slug, task: PromptInputs['task']): boolean {
  if (who === 'chair') return task === 'synthesis'
  if (who === 'title') return task === 'title'
  if (who !== 'all' && who !== slug) return false
  return stage === 'review' ? task === 'review' || task === 'repair' : task === 'answer'
}

function appliesTo(what: Misbehaviour, task: PromptInputs['task']): boolean {
  return what !== 'garbled ballot' || task === 'review'
}

const KNOWN_WHO = new RegExp(`^(?:${[...SLUGS, 'all', 'chair', 'title'].join('|')})$`, 'i')

/** The question as it is meant, without the directives. */
export function withoutDirectives(question: string): string {
  return question
    .replace(DIRECTIVE, (whole, who: string) => (KNOWN_WHO.test(who) ? '' : whole))
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
}
