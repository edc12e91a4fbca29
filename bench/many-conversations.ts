import { openDatabase } from '../lib/adapters/prisma/open.ts'
import { formatId } from '../lib/core/kernel/ids.ts'
import { type Random, seededRandom } from '../lib/core/kernel/random.ts'

/** How many of 10,000 conversations have the word in their answer, by the word. */
export const PLANTED: Record<string, number> = { zircon: 1, quartz: 100, basalt: 1_000, granite: 5_000 }

const VOCABULARY = 20_000
const ANSWER_WORDS = 120
const BATCH = 1_000
const APART_MS = 60_000

const INSERT = `
with given as (
  select * from json_to_recordset($2::json)
    as g(conversation text, turn text, run text, title text, question text, answer text, at float8)
), talk as (
  insert into conversation (id, tenant_id, title, created_at, updated_at)
  select conversation, $1, title, to_timestamp(at / 1000), to_timestamp(at / 1000) from given
), asked as (
  insert into turn (id, tenant_id, conversation_id, position, question, created_at)
  select turn, $1, conversation, 1, question, to_timestamp(at / 1000) from given
)
insert into run (id, tenant_id, conversation_id, turn_id, status, plan, answer, pico_usd, tokens, created_at, ended_at)
select run, $1, conversation, turn, 'completed', '{}', answer, 0, 900, to_timestamp(at / 1000), to_timestamp(at / 1000)
from given`

export type Seed = { dataDir: string; tenantId: string; count: number; now: number; say(line: string): void }

/**
 * Fills a new embedded database with conversations of one question and one answer each, a minute apart. Words follow
 * Zipf's law, so that the first ones are in nearly every answer; those of PLANTED are as frequent as they say.
 */
export async function seedConversations({ dataDir, tenantId, count, now, say }: Seed): Promise<void> {
  const db = await openDatabase({ dataDir, migrationsDir: 'prisma/migrations' })
  const random = seededRandom('many conversations')
  await db.pool.query('insert into tenant (id) values ($1) on conflict do nothing', [tenantId])
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) =>
      rowAt(from + i, random, now - (count - from - i) * APART_MS),
    )
    await db.pool.query(INSERT, [tenantId, JSON.stringify(rows)])
    if (from % (10 * BATCH) === 0) say(`${from} of ${count} conversations`)
  }
  await db.close()
}

function rowAt(index: number, random: Random, at: number) {
  const words = (count: number) => Array.from({ length: count }, () => wordAt(zipf(random)))
  const answer = words(ANSWER_WORDS)
  for (const [word, often] of Object.entries(PLANTED)) {
    if ((index * 7919) % 10_000 < often) answer[Math.floor(random() * answer.length)] = word
  }
  const id = (kind: 'conversation' | 'turn' | 'run') =>
    formatId(
      kind,
      at,
      Uint8Array.from({ length: 10 }, () => random() * 256),
    )
  const question = words(12).join(' ')
  return {
    ...{ conversation: id('conversation'), turn: id('turn'), run: id('run') },
    ...{ title: question.slice(0, 60), question: `${question}?`, answer: answer.join(' '), at },
  }
}

/** A rank from 0 with probability about 1 / (rank + 1). */
function zipf(random: Random): number {
  return Math.floor(VOCABULARY ** random()) - 1
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'xo', 'zu', 'ka']

/** The word of that rank: the more frequent, the shorter. */
function wordAt(rank: number): string {
  const head = SYLLABLES[rank % 16] as string
  return rank < 16 ? head : wordAt(Math.floor(rank / 16) - 1) + head
}
