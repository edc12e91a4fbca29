import { describe, expect, it } from 'vitest'
import type { ModelError, ModelRequest, PromptInputs } from '../../ports/models.ts'
import { type ManualClock, manualClock } from '../memory/clock.ts'
import { demoModels } from './index.ts'

const QUESTION = 'Why is the sky blue?'

function requestOf(inputs: PromptInputs, model = 'demo/teacher', patch: Partial<ModelRequest> = {}): ModelRequest {
  const content = 'question' in inputs ? inputs.question : ''
  const base = { prompt: 'member@1', instructions: 'Answer.', schema: null, maxOutputTokens: null, temperature: null }
  return { ...base, model, messages: [{ role: 'user', content }], inputs, seed: 'run:first_opinions:s1:a1', ...patch }
}

const ask = (question = QUESTION): PromptInputs => ({ task: 'answer', question, history: [] })

function start(clock: ManualClock, request: ModelRequest, pace = 1) {
  const pieces: { at: number; text: string }[] = []
  const abort = new AbortController()
  const from = clock.now()
  const sink = { onText: (text: string) => pieces.push({ at: clock.now() - from, text }), onActivity: () => {} }
  let ended: 'no' | 'well' | 'badly' = 'no'
  const done = demoModels({ clock, pace }).stream(request, sink, abort.signal)
  const settled = done.then(
    (result) => {
      ended = 'well'
      return { result, error: null }
    },
    (error: ModelError) => {
      ended = 'badly'
      return { result: null, error }
    },
  )
  return { pieces, abort, settled, text: () => pieces.map((piece) => piece.text).join(''), ended: () => ended }
}

async function finish(
  question: string,
  inputs = ask(question),
  model = 'demo/teacher',
  patch: Partial<ModelRequest> = {},
) {
  const clock = manualClock()
  const call = start(clock, requestOf(inputs, model, patch))
  await clock.advance(120_000)
  return { ...(await call.settled), text: call.text(), pieces: call.pieces }
}

describe('the offline models', () => {
  it('list five demo models that are free and say what they are like', () => {
    const infos = demoModels({ clock: manualClock(), pace: 1 }).list()
    expect(infos.map((info) => info.id)).toEqual(
      ['archivist', 'skeptic', 'teacher', 'analyst', 'editor'].map((s) => `demo/${s}`),
    )
    for (const info of infos) expect(info).toMatchObject({ demo: true, inputUsdPerMillion: 0, outputUsdPerMillion: 0 })
  })

  it('stream at a human pace, first words after a moment, catching up when a timer is late', async () => {
    const { pieces, result, text } = await finish(QUESTION)
    expect(result).toMatchObject({ finish: 'stop', reportedUsd: 0 })
    expect(pieces[0]?.at).toBeGreaterThanOrEqual(250)
    expect(pieces[0]?.at).toBeLessThanOrEqual(900)
    const seconds = ((pieces.at(-1)?.at ?? 0) - (pieces[0]?.at ?? 0)) / 1000
    const rate = text.split(/\s+/).length / seconds
    expect(rate).toBeGreaterThan(40)
    expect(rate).toBeLessThan(95)
    expect(result?.usage.outputTokens).toBeGreaterThan(100)
  })

  it('give the same text at every pace, without time passing at pace 0', async () => {
    const clock = manualClock()
    const call = start(clock, requestOf(ask()), 0)
    await clock.advance(0)
    expect((await call.settled).result?.finish).toBe('stop')
    expect(call.pieces.length).toBeGreaterThan(2)
    expect(call.text()).toBe((await finish(QUESTION)).text)
  })

  it.each([0, 1])('stop at once when aborted in the middle at pace %d', async (pace) => {
    const clock = manualClock()
    const call = start(clock, requestOf(ask()), pace)
    if (pace === 1) await clock.advance(1_000)
    call.abort.abort()
    const { error } = await call.settled
    expect(error).toMatchObject({ name: 'ModelError', reason: 'stopped', retryable: false })
    const written = call.text()
    await clock.advance(60_000)
    expect(call.text()).toBe(written)
  })

  it('refuse a signal that was aborted before, and a model that does not exist', async () => {
    const clock = manualClock()
    const signal = AbortSignal.abort()
    const sink = { onText: () => {}, onActivity: () => {} }
    const models = demoModels({ clock, pace: 1 })
    await expect(models.stream(requestOf(ask()), sink, signal)).rejects.toMatchObject({ reason: 'stopped' })
    await expect(models.stream(requestOf(ask(), 'demo/nobody'), sink, signal)).rejects.toMatchObject({
      reason: 'unknown_model',
    })
  })

  it('stream a ballot as JSON and a repaired one after a garbled one', async () => {
    const question = `${QUESTION} [[analyst: garbled ballot]]`
    const candidates = [
      { label: 'A', text: 'The sky is blue because of Rayleigh scattering.' },
      { label: 'B', text: 'Bananas are yellow fruit that people like to eat.' },
    ]
    const garbled = await finish('', { task: 'review', question, candidates }, 'demo/analyst')
    expect(() => JSON.parse(garbled.text)).toThrow()
    const repair: PromptInputs = {
      task: 'repair',
      broken: garbled.text,
      labels: ['A', 'B'],
      review: { question, candidates },
    }
    const repaired = await finish('', repair, 'demo/analyst')
    expect(JSON.parse(repaired.text)).toMatchObject({ ranking: ['A', 'B'] })
  })

  it('cut an answer at the wanted number of tokens', async () => {
    const { result } = await finish(QUESTION, ask(), 'demo/teacher', { maxOutputTokens: 20 })
    expect(result).toMatchObject({ finish: 'length' })
    expect(result?.usage.outputTokens).toBeLessThanOrEqual(20)
  })
})

describe('misbehaviour on demand', () => {
  it('fails retryably, and only once where asked', async () => {
    const always = await finish(`${QUESTION} [[teacher: fail]]`)
    expect(always.error).toMatchObject({ reason: 'upstream_error', retryable: true })
    expect(always.text).toBe('')
    const again = { seed: 'run:first_opinions:s1:a2' }
    const second = await finish('', ask(`${QUESTION} [[teacher: fail once]]`), 'demo/teacher', again)
    expect(second.error).toBeNull()
  })

  it('cuts a stream after some text', async () => {
    const { error, text } = await finish(`${QUESTION} [[teacher: cut]]`)
    expect(error).toMatchObject({ reason: 'stream_cut', retryable: true })
    expect((await finish(QUESTION)).text.startsWith(text)).toBe(true)
    expect(text.length).toBeGreaterThan(100)
  })

  it('ends empty, for the caller to classify', async () => {
    const { result, text } = await finish(`${QUESTION} [[teacher: empty]]`)
    expect(result?.finish).toBe('stop')
    expect(text).toBe('')
  })

  it('stalls until it is stopped', async () => {
    const clock = manualClock()
    const call = start(clock, requestOf(ask(`${QUESTION} [[teacher: stall]]`)))
    await clock.advance(600_000)
    expect(call.ended()).toBe('no')
    call.abort.abort()
    expect((await call.settled).error?.reason).toBe('stopped')
  })

  it('streams slowly, and answers the question without the directive', async () => {
    const slow = await finish(`${QUESTION} [[teacher: slow]]`)
    const plain = await finish(QUESTION)
    expect(slow.text).toBe(plain.text)
    expect(slow.pieces.at(-1)?.at).toBeGreaterThan(4 * (plain.pieces.at(-1)?.at ?? 0))
  })
})
