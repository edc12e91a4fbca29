import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hydrate } from '../council/hydrate.ts'
import { finalAnswer, memberAnswers, totalsOf } from '../council/select.ts'
import type { RunState } from '../council/state.ts'
import { NOT_VALIDATED } from './ballots.ts'
import { readConversation } from './read.ts'
import type { ImportedConversation } from './types.ts'

const NOW = Date.UTC(2026, 10, 20, 12)
const GPT = 'openai/gpt-5.1'
const GEMINI = 'google/gemini-3-pro-preview'
const CLAUDE = 'anthropic/claude-sonnet-4.5'

const fixtures = path.join(import.meta.dirname, 'fixtures')
const fixture = (name: string) => JSON.parse(readFileSync(path.join(fixtures, `${name}.json`), 'utf8'))
const read = (name: string) => readConversation(fixture(name), NOW)

function stateOf(conversation: ImportedConversation, turn = 0, run = 0): RunState {
  const given = conversation.turns[turn]?.runs[run]
  if (!given) throw new Error(`no run ${turn}/${run}`)
  const { plan, events, calls, createdAt } = given
  const seed = { id: 'run', conversationId: 'cnv', turnId: 'trn', question: '', plan, sourceRunId: null, createdAt }
  return hydrate(seed, events, calls)
}

const modelOf = (state: RunState, id: string | null) => state.plan.seats.find((seat) => seat.id === id)?.model
const rankingOf = (state: RunState, ballot: number) =>
  state.ballots[ballot]?.ranking.map((tier) => modelOf(state, tier[0]!))
const orderOf = (state: RunState) => state.tally?.entries.map((entry) => modelOf(state, entry.seat))

describe('every dialect', () => {
  it.each(readdirSync(fixtures).map((file) => path.basename(file, '.json')))('%s is told by its traits', (name) => {
    expect(read(name).dialect).toBe(name.replace(/-broken$/, ''))
  })

  it.each(readdirSync(fixtures).map((file) => path.basename(file, '.json')))(
    '%s becomes runs that have ended, whose calls nobody priced or counted',
    (name) => {
      const conversation = read(name)
      for (const [turn, { runs }] of conversation.turns.entries()) {
        for (const run of runs.keys()) {
          const state = stateOf(conversation, turn, run)
          expect(['completed', 'failed', 'cancelled']).toContain(state.status)
          expect(state.calls.every((call) => call.status !== 'running')).toBe(true)
          expect(state.calls.every((call) => call.cost?.status === 'unpriced' && call.cost.picoUsd === null)).toBe(true)
          expect(
            state.calls.every((call) => call.usage?.inputTokens === null && call.usage.outputTokens === null),
          ).toBe(true)
          expect(totalsOf(state).unpriced).toBe(state.calls.length)
        }
      }
    },
  )

  it.each(readdirSync(fixtures).map((file) => path.basename(file, '.json')))(
    '%s has its ballots read again, each marked as not validated, none invented',
    (name) => {
      const messages = fixture(name).messages.filter((message: { role: string }) => message.role === 'assistant')
      const conversation = read(name)
      const ballots = conversation.turns.flatMap((_, turn) => stateOf(conversation, turn).ballots)
      const reviews = messages.flatMap((message: { stage2?: { ranking: string | null }[] }) => message.stage2 ?? [])
      expect(ballots.map((ballot) => ballot.raw)).toEqual(reviews.map((review: { ranking: string }) => review.ranking))
      for (const ballot of ballots) expect(ballot.problem).toContain(NOT_VALIDATED)
    },
  )
})

describe('the original', () => {
  const conversation = read('original')
  const state = stateOf(conversation)

  it('has times without a zone, which are UTC', () => {
    expect(conversation.createdAt).toBe(Date.UTC(2025, 10, 23, 10, 15, 30, 123))
    expect(conversation.turns[0]?.createdAt).toBe(conversation.createdAt)
  })

  it('keeps no label map, so labels follow the order of the answers', () => {
    expect(state.ballots[0]?.labels.map(({ label, seat }) => [label, modelOf(state, seat)])).toEqual([
      ['A', GPT],
      ['B', GEMINI],
      ['C', CLAUDE],
    ])
    expect(rankingOf(state, 0)).toEqual([CLAUDE, GPT, GEMINI])
  })

  it('has its own answers left out of the count and its places counted anew', () => {
    expect(orderOf(state)?.[0]).toBe(CLAUDE)
    expect(state.tally?.ballots).toEqual({ valid: 2, repaired: 0, invalid: 1 })
  })

  it('keeps a review without a ranking as a ballot that does not count', () => {
    expect(state.ballots[2]).toMatchObject({ status: 'invalid', raw: 'I would rather not say.', ranking: [] })
    expect(state.reasons).toContainEqual({ code: 'ballot_invalid', seat: 's3' })
  })

  it('seats reviewers where they answered and the chairman apart', () => {
    expect(state.plan.reviewers).toEqual(state.plan.members)
    expect(state.plan.members).not.toContain(state.plan.chairman)
    expect(modelOf(state, state.plan.chairman)).toBe(GEMINI)
    expect(finalAnswer(state)).toMatchObject({
      text: 'Because air scatters blue light most.',
      isWhole: true,
      lastResort: false,
    })
  })

  it('takes the title from the first question where the file has none of its own', () => {
    expect(read('original-broken').title).toBe('All failed?')
  })
})

describe('what goes wrong in the original', () => {
  const broken = read('original-broken')

  it('stage3.model "error" is a failed chairman, and its sentence is never an answer', () => {
    const state = stateOf(broken, 0)
    expect(state.status).toBe('failed')
    expect(JSON.stringify(broken)).toContain('A sentence that is no answer.')
    expect(state.calls.every((call) => call.text === '')).toBe(true)
  })

  it('a null response is a member that failed, and a null final answer a chairman that failed', () => {
    const state = stateOf(broken, 1)
    expect(memberAnswers(state).map((answer) => answer.text)).toEqual(['An answer.'])
    expect(state.reasons).toContainEqual({ code: 'seat_failed', seat: 's1', reason: 'empty' })
    expect(finalAnswer(state)).toMatchObject({ text: 'An answer.', lastResort: true })
    expect(state.quality).toBe('degraded')
  })

  it('empty stage lists with a final answer are that answer alone', () => {
    const state = stateOf(broken, 2)
    expect(state.plan.kind).toBe('single')
    expect(state.status).toBe('completed')
  })

  it('a question without an answer is a run that was stopped', () => {
    const state = stateOf(broken, 3)
    expect(state.status).toBe('cancelled')
    expect(state.calls).toEqual([])
    expect(broken.turns[3]?.question).toBe('Never answered?')
  })

  it('a missing time is the file’s, and a missing one of the file is now', () => {
    const { created_at: _none, ...file } = fixture('original')
    expect(readConversation(file, NOW).turns[0]?.createdAt).toBe(NOW)
  })

  it('a reviewer without text has no ballot', () => {
    const file = fixture('original')
    file.messages[1].stage2[1].ranking = null
    const state = stateOf(readConversation(file, NOW))
    expect(state.ballots.map((ballot) => ballot.reviewer)).toEqual(['s1', 's3'])
    expect(state.reasons).toContainEqual({ code: 'reviewer_failed', seat: 's2', reason: 'empty' })
  })

  it('two answers to one question are sibling runs, in their order', () => {
    const file = fixture('original')
    file.messages.push({ ...file.messages[1], stage3: { model: GPT, response: 'Another.' } })
    const conversation = readConversation(file, NOW)
    expect(conversation.turns).toHaveLength(1)
    expect(finalAnswer(stateOf(conversation, 0, 1))?.text).toBe('Another.')
    const [first, second] = conversation.turns[0]!.runs
    expect(second!.createdAt).toBeGreaterThan(first!.createdAt)
  })
})

describe('jacob-bd', () => {
  const conversation = read('jacob-bd')

  it('takes the label map from the metadata of the message', () => {
    const state = stateOf(conversation, 0)
    expect(rankingOf(state, 0)).toEqual([GEMINI, GPT])
  })

  it('takes a member with an error for one that failed, and keeps its words raw', () => {
    const state = stateOf(conversation, 0)
    expect(state.reasons).toContainEqual({ code: 'seat_failed', seat: 's2', reason: 'upstream_error' })
    expect(state.calls[1]?.message).not.toContain('429')
    expect(JSON.stringify(conversation.raw)).toContain('429 from upstream')
  })

  it('may lack stages by its mode: nobody reviewed, and the first answer stands in', () => {
    const state = stateOf(conversation, 1)
    expect(state.reviewSkipped).toBe('not_configured')
    expect(state.tally).toBeNull()
    expect(finalAnswer(state)).toMatchObject({ lastResort: true })
  })

  it('takes {content: null, error} for a run that failed', () => {
    expect(stateOf(conversation, 2).status).toBe('failed')
  })

  it('names the fields that mean nothing to us', () => {
    expect(conversation.notUnderstood).toEqual(['messages[].metadata.execution_mode'])
  })
})

describe('dmitrybmsk', () => {
  const conversation = read('dmitrybmsk')

  it('names a chairman for when the message has only an error', () => {
    const state = stateOf(conversation)
    expect(modelOf(state, state.plan.chairman)).toBe(GEMINI)
    expect(state.reasons).toContainEqual({ code: 'chairman_failed', reason: 'upstream_error' })
  })

  it('has fields of its own, kept raw and named', () => {
    expect(conversation.raw).toMatchObject({ conversation: { username: 'someone', router_type: 'openrouter' } })
    expect(conversation.notUnderstood).toEqual(
      expect.arrayContaining(['username', 'execution_mode', 'messages[].metadata.tool_outputs[].tool']),
    )
    expect(conversation.notUnderstood).not.toContain('chairman')
  })
})

describe('shreemulay', () => {
  const state = stateOf(read('shreemulay'))

  it('reads every ranking with its own labels', () => {
    expect(rankingOf(state, 0)).toEqual([CLAUDE, GEMINI])
    expect(rankingOf(state, 1)).toEqual([CLAUDE, GPT])
  })

  it('never reads one with a shared map, where others have their own', () => {
    expect(state.ballots[2]).toMatchObject({ status: 'invalid', labels: [] })
    expect(state.ballots[2]?.problem).toContain('does not say which answer')
  })
})

describe('amiable', () => {
  const state = stateOf(read('amiable'))

  it('has label maps of objects', () => {
    expect(rankingOf(state, 0)).toEqual([GEMINI, GPT, CLAUDE])
  })

  it('has reviewers that abstain, whose ballots do not count', () => {
    expect(state.ballots[1]).toMatchObject({ status: 'invalid', problem: `The reviewer abstained. ${NOT_VALIDATED}` })
  })
})

describe('axcouncil', () => {
  it('has the label map on the message itself', () => {
    expect(rankingOf(stateOf(read('axcouncil')), 0)).toEqual([GPT, GEMINI])
  })

  it('may have reviewers that did not answer: they get a seat of their own', () => {
    const state = stateOf(read('axcouncil'))
    expect(state.plan.members).toEqual(['s1', 's2'])
    expect(state.plan.reviewers).toEqual(['s3'])
  })
})

describe('jonathanteper', () => {
  it('has times on its messages', () => {
    const conversation = read('jonathanteper')
    expect(conversation.turns[0]?.createdAt).toBe(Date.UTC(2025, 11, 6, 8, 1))
    expect(conversation.updatedAt).toBe(Date.UTC(2025, 11, 6, 8, 1))
    expect(JSON.stringify(conversation.raw)).toContain('2025-12-06T08:02:00+02:00')
  })
})

it('seats a model that answered twice on two seats, its labels in their order', () => {
  const file = fixture('axcouncil')
  file.messages[1].stage1 = [
    { model: GPT, response: 'one' },
    { model: GPT, response: 'two' },
  ]
  file.messages[1].label_to_model = { 'Response A': GPT, 'Response B': GPT }
  expect(stateOf(readConversation(file, NOW)).ballots[0]?.ranking).toEqual([['s2'], ['s1']])
})
