import { expect } from 'vitest'
import type { Upstream } from '../../../bench/upstream/server.ts'
import { ModelError, type ModelRequest, type ModelSink } from '../../ports/models.ts'
import { type Provider, type ProviderModels, providerModels } from './models.ts'

export type Asked = Awaited<ReturnType<typeof ask>>

let runs = 0

/** A request for `model` whose log entries are found by its tag. */
export function requestFor(model: string, patch: Partial<ModelRequest> = {}): ModelRequest & { tag: string } {
  const tag = `t${++runs}`
  const question = `What is it? [tag:${tag}]`
  return {
    model: `fake/${model}`,
    prompt: 'member@1',
    instructions: 'Be brief.',
    messages: [{ role: 'user', content: question }],
    inputs: { task: 'answer', question, history: [] },
    schema: null,
    maxOutputTokens: null,
    temperature: null,
    seed: `seed-${tag}`,
    ...patch,
    tag,
  }
}

/** Asks once; never rejects, so that text and failure can be looked at together. */
export async function ask(models: ProviderModels, request: ModelRequest, signal = new AbortController().signal) {
  const pieces: string[] = []
  const headroom: Parameters<NonNullable<ModelSink['onHeadroom']>>[0][] = []
  let activity = 0
  const sink: ModelSink = {
    onText: (text) => void pieces.push(text),
    onActivity: () => void activity++,
    onHeadroom: (one) => void headroom.push(one),
  }
  const outcome = await models.stream(request, sink, signal).then(
    (result) => ({ result, error: null }),
    (error: unknown) => ({ result: null, error }),
  )
  return { ...outcome, pieces, text: pieces.join(''), activity, headroom }
}

/** Makes `Models` of one provider with one model of scripted physics, and closes them all at the end. */
export function makeProviders() {
  const open: ProviderModels[] = []
  return {
    one(provider: Provider): ProviderModels {
      const models = providerModels({ providers: [provider] })
      open.push(models)
      return models
    },
    close: async () => void (await Promise.all(open.splice(0).map((models) => models.close()))),
  }
}

/** The failure of a call, with the text that came before it. */
export function failureIn({ error, text }: Asked): ModelError & { text: string } {
  expect(error).toBeInstanceOf(ModelError)
  return Object.assign(error as ModelError, { text })
}

/** A provider of one model at the fake upstream, by kind. */
export function fakeProvider(upstream: Upstream, kind: FakeKind, model: string, apiKey = 'k-fake-key-12345'): Provider {
  const at = { name: 'fake', label: 'Lab', apiKey, models: [model] }
  if (kind === 'responses') return { kind: 'openai', api: 'responses', baseUrl: `${upstream.url}/v1`, ...at }
  if (kind === 'chat') return { kind: 'openai', api: 'chat', baseUrl: `${upstream.url}/v1`, ...at }
  if (kind === 'google') return { kind, baseUrl: `${upstream.url}/v1beta`, ...at }
  if (kind === 'openrouter') return { kind, baseUrl: `${upstream.url}/api/v1`, ...at }
  if (kind === 'ollama') return { kind, baseUrl: upstream.url, ...at }
  return { kind, baseUrl: `${upstream.url}/v1`, ...at }
}

export type FakeKind = 'responses' | 'chat' | 'anthropic' | 'google' | 'openrouter' | 'ollama' | 'compatible'
