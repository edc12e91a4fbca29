import { describe, expect, it } from 'vitest'
import type { ModelRequest, Models } from '../../ports/models.ts'
import { combineModels } from './combine.ts'

function source(id: string): Models {
  const usage = { inputTokens: null, outputTokens: null, reasoningTokens: null }
  return {
    list: () => [
      {
        id,
        provider: id,
        name: id,
        description: '',
        demo: true,
        contextTokens: null,
        inputUsdPerMillion: null,
        outputUsdPerMillion: null,
      },
    ],
    async stream(_request, sink) {
      sink.onText(`from ${id}`)
      return { finish: 'stop', usage, reportedUsd: null }
    },
  }
}

function requestFor(model: string): ModelRequest {
  return {
    model,
    prompt: 'member@1',
    instructions: '',
    messages: [],
    inputs: { task: 'answer', question: '', history: [] },
    schema: null,
    maxOutputTokens: null,
    temperature: null,
    seed: 's',
  }
}

describe('several sources of models as one', () => {
  const models = combineModels([source('demo/a'), source('lab/b')])

  it('lists all of them in order', () => {
    expect(models.list().map((model) => model.id)).toEqual(['demo/a', 'lab/b'])
  })

  it('sends a request to whoever lists its model', async () => {
    const pieces: string[] = []
    const sink = { onText: (piece: string) => void pieces.push(piece), onActivity: () => {} }
    await models.stream(requestFor('lab/b'), sink, new AbortController().signal)
    expect(pieces).toEqual(['from lab/b'])
  })

  it('knows what it does not know', async () => {
    const asked = models.stream(requestFor('lab/c'), { onText() {}, onActivity() {} }, new AbortController().signal)
    await expect(asked).rejects.toMatchObject({ reason: 'unknown_model', retryable: false })
  })
})
