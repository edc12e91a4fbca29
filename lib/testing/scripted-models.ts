import { ModelError, type ModelInfo, type ModelRequest, type ModelSink, type Models } from '../ports/models.ts'

/** What a scripted model does with one request: text to send, an error to fail with, or the whole thing by hand. */
export type Script = (
  request: ModelRequest,
  sink: ModelSink,
  signal: AbortSignal,
) => string | ModelError | Promise<string | ModelError>

export type ScriptedModels = Models & { readonly requests: ModelRequest[] }

const NAMES = ['ash', 'birch', 'cedar', 'oak', 'yew']

/** Five models over the real port whose every answer the test writes; reviews get a readable ballot unless scripted. */
export function scriptedModels(script: Script = answerOrBallot): ScriptedModels {
  const requests: ModelRequest[] = []
  return {
    requests,
    list: () => NAMES.map(infoOf),
    async stream(request, sink, signal) {
      requests.push(request)
      const end = await Promise.race([Promise.resolve(script(request, sink, signal)), stopped(signal)])
      if (end instanceof ModelError) throw end
      if (end) sink.onText(end)
      return { finish: 'stop', usage: { inputTokens: 10, outputTokens: 5, reasoningTokens: null }, reportedUsd: 0.001 }
    },
  }
}

/** The cooperative script: an answer that names its model, a ballot in the order of the labels. */
export function answerOrBallot(request: ModelRequest): string {
  const { inputs } = request
  if (inputs.task === 'review') return ballotFor(inputs.candidates.map(({ label }) => label))
  if (inputs.task === 'repair') return ballotFor(inputs.labels)
  if (inputs.task === 'title') return `“About ${inputs.question}”`
  return inputs.task === 'synthesis' ? `The verdict of ${request.model}.` : `The answer of ${request.model}.`
}

/** A readable ballot that ranks the labels in the order given. */
export function ballotFor(labels: string[]): string {
  const reviews = labels.map((label) => ({
    label,
    accuracy: 4,
    completeness: 4,
    reasoning: 4,
    clarity: 4,
    comment: 'Fine.',
  }))
  return JSON.stringify({ reviews, ranking: labels })
}

/** A promise and its key, for a script that holds a call until the test lets it go. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}

function stopped(signal: AbortSignal): Promise<ModelError> {
  const error = new ModelError('stopped', 'It was stopped.', { retryable: false })
  return new Promise((resolve) => {
    if (signal.aborted) resolve(error)
    signal.addEventListener('abort', () => resolve(error), { once: true })
  })
}

function infoOf(name: string): ModelInfo {
  const blank = { description: 'Scripted by a test.', demo: false, contextTokens: null }
  return { id: `test/${name}`, provider: 'test', name, ...blank, inputUsdPerMillion: 1, outputUsdPerMillion: 2 }
}
