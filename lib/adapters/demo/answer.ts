import type { HistoryTurn } from '../../core/council/types.ts'
import { type Random, seededRandom } from '../../core/kernel/random.ts'
import { CHARACTERS, type Slug } from './characters.ts'
import { type Draft, inOrder, type Line, prose, startDraft } from './draft.ts'
import { languageNote } from './languages.ts'
import { type Found, retrieve } from './retrieve.ts'
import type { Passage } from './search.ts'
import { sourceLine } from './sources.ts'
import { pick, quoted, VOICES } from './voices.ts'
import { countWords } from './words.ts'

type Sheet = { found: Found; draft: Draft; random: Random }

const ARCHIVIST_MAX_WORDS = 255

/** A first opinion: retrieved sentences in the manner of one character, as markdown. Same input, same text. */
export function composeAnswer(
  slug: Slug,
  input: { question: string; history: readonly HistoryTurn[]; seed: string },
): string {
  const random = seededRandom(`${input.seed}\n${slug}\n${input.question}`)
  const found = retrieve(input.question, input.history)
  const voice = VOICES[slug]
  if (found.fit === 'none')
    return join([languageNote(input.question), nothingFound(slug, input.question, found, random)])
  const said = input.history.map((turn) => turn.answer).join('\n')
  const draft = startDraft(found, { said, whim: CHARACTERS[slug].whim, random })
  const title = found.hits[0]?.passage.article.title ?? ''
  const preface = [
    found.followsUp === null ? null : voice.followUp(quoted(found.followsUp)),
    found.fit === 'near' ? voice.near(title) : pick(voice.open, random),
  ]
  const body = LAYOUTS[slug]({ found, draft, random })
  return join([preface.filter(Boolean).join(' '), ...body, sourceLine(draft.taken().map((line) => line.passage))])
}

function nothingFound(slug: Slug, question: string, found: Found, random: Random): string {
  const words = found.missing
    .slice(0, 3)
    .map((word) => `“${word}”`)
    .join(', ')
  const replies = VOICES[slug].none
  const reply = replies[Math.floor(random() * replies.length)] ?? replies[0]
  const closest = found.hits[0]?.passage.article.title ?? null
  return reply?.({ question: quoted(question), words: words || 'its words', closest }) ?? ''
}

function join(blocks: (string | null)[]): string {
  return blocks.filter((block) => block !== null && block !== '').join('\n\n')
}

const LAYOUTS: Record<Slug, (sheet: Sheet) => string[]> = {
  archivist({ found, draft, random }) {
    const target = found.fit === 'near' ? 90 : 140 + Math.floor(random() * 80)
    const passages = found.hits.map((hit) => hit.passage)
    const main = passages[0]?.article
    const aside = passages.find((passage) => passage.article !== main)
    const blocks: { passage: Passage; lines: Line[] }[] = []
    let words = 0
    for (const passage of passages) {
      if (words >= target) break
      if (passage.article !== main && passage !== aside) continue
      const lines = draft.takeRest(passage, blocks.length === 0 || random() < 0.7 ? 4 : 2)
      const more = countWords(prose(lines))
      if (more === 0) continue
      if (words + more > ARCHIVIST_MAX_WORDS) break
      words += more
      blocks.push({ passage, lines })
    }
    return blocks.flatMap(({ passage, lines }) => [`### ${passage.heading}`, prose(lines)])
  },

  skeptic({ found, draft, random }) {
    const isShort = found.fit === 'near'
    const answer = draft.take({ count: isShort ? 1 : 2, maxWords: 45 })
    const doubts = draft.take({ count: isShort ? 2 : 2 + Math.floor(random() * 2), only: 'caveat' })
    const bullets = doubts.map((line) => `- ${line.text}`).join('\n')
    const close = pick(VOICES.skeptic.close, random)
    return [bullets, `**What holds up.** ${prose(inOrder(answer))}`, close]
  },

  teacher({ found, draft, random }) {
    const main = found.hits[0]?.passage.article
    const idea = draft.take({ count: 1, maxWords: 34 })
    const why = draft.take({ count: 1 + Math.floor(random() * 2), prefer: 'reason', maxWords: 36, from: main })
    const example = draft.take({ count: 1, only: 'example', from: main })
    const remember = draft.take({ count: 1, maxWords: 26, from: main })
    return [
      prose([...idea, ...inOrder(why)]),
      example.length
        ? `**An example.** ${prose(example).replace(/^For example, (\w)/, (_, letter: string) => letter.toUpperCase())}`
        : '',
      remember.length ? `**Worth remembering:** ${prose(remember)}` : '',
    ]
  },

  analyst({ found, draft, random }) {
    const article = found.hits[0]?.passage.article
    const bottom = draft.take({ count: 1, maxWords: 40 })
    const figures = draft.take({ count: 2 + Math.floor(random() * 2), only: 'figure' })
    const sides = draft.take({ count: 2 + Math.floor(random() * 2), only: 'caveat', from: article })
    const list = (title: string, lines: Line[]) =>
      lines.length ? `**${title}**\n${lines.map((line) => `- ${line.text}`).join('\n')}` : ''
    const table = article?.table && (found.fit === 'direct' || random() < 0.4) ? markdownTable(article.table) : ''
    return [`**Bottom line:** ${prose(bottom)}`, table, list('Figures', figures), list('Trade-offs and limits', sides)]
  },

  editor({ found, draft, random }) {
    const lead = draft.take({ count: 1, maxWords: 40 })
    const rest = draft.take({
      count: found.fit === 'near' ? 1 : 2 + Math.floor(random() * 2),
      maxWords: 36,
      from: lead[0]?.passage.article,
    })
    return [prose([...lead, ...inOrder(rest)])]
  },
}

function markdownTable(table: { columns: string[]; rows: string[][] }): string {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [row(table.columns), row(table.columns.map(() => '---')), ...table.rows.map(row)].join('\n')
}
