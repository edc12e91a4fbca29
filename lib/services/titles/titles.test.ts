import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../adapters/system/clock.ts'
import { systemIds } from '../../adapters/system/ids.ts'
import type { JobData, Jobs } from '../../ports/jobs.ts'
import { ModelError, type Models } from '../../ports/models.ts'
import { endedRun, freshTenant, type Stores, sampleRun } from '../../ports/stores.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { scriptedModels } from '../../testing/scripted-models.ts'
import { storesOver } from '../../testing/stores.ts'
import { titleAfter, titleJobs, writeTitle } from './index.ts'

let stores: Stores
beforeAll(async () => {
  stores = storesOver(await memoryDatabase())
})
afterAll(() => stores?.close())

const never = new AbortController().signal

/** A conversation whose first question was answered by scripted models, and the ports to title it with. */
async function answered(models: Models) {
  const tenantId = await freshTenant(stores)
  const sample = sampleRun(tenantId)
  const seat = { id: 's1', model: 'test/ash', name: 'Ash', demo: false }
  const run = await endedRun(stores, { ...sample, plan: { ...sample.plan, seats: [seat] } })
  const due = { tenantId, conversationId: run.conversationId }
  const sent: JobData[] = []
  const jobs = { send: async ({ data }: { data: JobData }) => void sent.push(data) } as unknown as Jobs
  const ports = { ...stores, models, jobs, clock: systemClock, ids: systemIds, log: { info() {}, error() {} } }
  const conversation = () => stores.conversations.get(tenantId, run.conversationId)
  return { ports, due, sent, conversation, run }
}

describe('writing a title', () => {
  it('asks the cheapest model of the conversation once, and counts what that cost', async () => {
    const models = scriptedModels()
    const { ports, due, conversation } = await answered(models)
    await writeTitle(ports, due, { model: null, signal: never })
    await writeTitle(ports, due, { model: null, signal: never })
    expect(models.requests.map(({ model, prompt }) => [model, prompt])).toEqual([['test/ash', 'title@1']])
    expect(await conversation()).toMatchObject({
      ...{ title: 'About Why is the sky blue?', isTitleEdited: false, isTitleDue: false, version: 1 },
      ...{ totalTokens: 12 + 15, totalPicoUsd: '1000000000' },
    })
  })

  it('asks the model that the installation names', async () => {
    const models = scriptedModels()
    const { ports, due } = await answered(models)
    await writeTitle(ports, due, { model: 'test/oak', signal: never })
    expect(models.requests.map(({ model }) => model)).toEqual(['test/oak'])
  })

  it('is tried again after what may pass, and keeps the first words after the third failure', async () => {
    const models = scriptedModels(() => new ModelError('rate_limited', 'Busy.', { retryable: true }))
    const { ports, due, conversation } = await answered(models)
    const attempt = () => writeTitle(ports, due, { model: null, signal: never })
    await expect(attempt()).rejects.toThrow('rate_limited')
    await expect(attempt()).rejects.toThrow('rate_limited')
    await attempt()
    await attempt()
    expect(models.requests).toHaveLength(3)
    // three refusals cost nothing, so the sums are those of the run
    expect(await conversation()).toMatchObject({
      title: 'The sky',
      isTitleDue: false,
      totalTokens: 12,
      totalPicoUsd: '0',
    })
  })

  it('is not tried again after what will not pass, nor where the model wrote nothing to read', async () => {
    const refusing = await answered(scriptedModels(() => new ModelError('refused', 'No.', { retryable: false })))
    const babbling = await answered(scriptedModels(() => '"…"'))
    for (const { ports, due, conversation } of [refusing, babbling]) {
      await writeTitle(ports, due, { model: null, signal: never })
      expect(await conversation()).toMatchObject({ title: 'The sky', isTitleDue: false })
    }
  })

  it('ends when its job is stopped, to be tried again', async () => {
    const stop = new AbortController()
    const models = scriptedModels(() => {
      stop.abort()
      return new Promise<string>(() => {})
    })
    const { ports, due, conversation } = await answered(models)
    await expect(writeTitle(ports, due, { model: null, signal: stop.signal })).rejects.toThrow('stopped')
    expect(await conversation()).toMatchObject({ title: 'The sky', isTitleDue: true })
  })

  it('gives up where three processes died at it', async () => {
    const models = scriptedModels()
    const { ports, due, conversation } = await answered(models)
    const usage = { inputTokens: 1, outputTokens: 1, reasoningTokens: null }
    const cost = { status: 'free' as const, picoUsd: '0', estimated: true }
    for (const attempt of [1, 2, 3])
      await stores.titles.begin(due, { attempt, model: 'test/ash', prompt: 'title@1', usage, cost, at: 1 })
    await writeTitle(ports, due, { model: null, signal: never })
    expect(models.requests).toEqual([])
    expect(await conversation()).toMatchObject({ title: 'The sky', isTitleDue: false })
  })
})

describe('the job of a title', () => {
  const end = { answer: { stage: 'final_response', seat: 's1', attempt: 1, lastResort: false } }

  it('is sent after the first answer, and after no other end', async () => {
    const { ports, due, sent } = await answered(scriptedModels())
    const state = (changes: object, history: object[] = []) =>
      ({ conversationId: due.conversationId, plan: { history }, ...changes }) as never
    await titleAfter(ports, due.tenantId, state({ answer: null }))
    await titleAfter(ports, due.tenantId, state(end, [{ question: 'Why?' }]))
    expect(sent).toEqual([])
    await titleAfter(ports, due.tenantId, state(end))
    expect(sent).toEqual([due])
  })

  it('is sent by the sweep for what a crash left out, of the last day', async () => {
    const { ports, due, sent, run } = await answered(scriptedModels())
    const sweep = (now: number) =>
      titleJobs({ ...ports, clock: { ...systemClock, now: () => now } }, { model: null })[1]?.work({}, never)
    await sweep(run.createdAt + 2 * 86_400_000)
    expect(sent).not.toContainEqual(due)
    await sweep(run.createdAt + 3_600_000)
    expect(sent).toContainEqual(due)
  })
})
