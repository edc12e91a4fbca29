import 'server-only'
import type { Usage } from '../../core/council/types.ts'
import type { Clock } from '../../ports/clock.ts'
import {
  ModelError,
  type ModelInfo,
  type ModelRequest,
  type ModelResult,
  type ModelSink,
  type Models,
} from '../../ports/models.ts'
import { composeAnswer } from './answer.ts'
import { CHARACTERS, type Character, SLUGS } from './characters.ts'
import { type Misbehaviour, misbehaviourOf, withoutDirectives } from './directives.ts'
import { emitPaced, stallUntilAborted } from './paced.ts'
import { composeBallot, composeGarbledBallot } from './review.ts'
import { composeSynthesis } from './synthesis.ts'
import { composeTitle } from './title.ts'
import { countWords } from './words.ts'

const TOKENS_PER_WORD = 1.3
const REVIEW_SPEED = 3
const SLOWNESS = 6

/**
 * The built-in offline models `demo/archivist`, `skeptic`, `teacher`, `analyst` and `editor`. They are not language
 * models: they retrieve from a shipped corpus and compose extractively, the same for the same input and seed.
 * `pace` 1 streams at a human pace, 0 without any delay; a question may order misbehaviour (`misbehaviourOf`).
 */
export function demoModels(options: { clock: Clock; pace: number }): Models {
  const infos = SLUGS.map((slug) => infoOf(CHARACTERS[slug]))
  return {
    list: () => infos,
    stream(request, sink, signal) {
      const slug = SLUGS.find((entry) => request.model === `demo/${entry}`)
      if (!slug) {
        return Promise.reject(new ModelError('unknown_model', 'There is no such offline model.', { retryable: false }))
      }
      return play({ ...options, character: CHARACTERS[slug], request, sink, signal })
    },
  }
}

function infoOf({ slug, name, description }: Character): ModelInfo {
  return {
    id: `demo/${slug}`,
    provider: 'demo',
    name,
    description,
    demo: true,
    contextTokens: 32_000,
    inputUsdPerMillion: 0,
    outputUsdPerMillion: 0,
  }
}

type Performance = {
  clock: Clock
  pace: number
  character: Character
  request: ModelRequest
  sink: ModelSink
  signal: AbortSignal
}

async function play(performance: Performance): Promise<ModelResult> {
  const { character, request, sink, signal } = performance
  const { inputs } = request
  const question = inputs.task === 'repair' ? inputs.review.question : inputs.question
  const trouble = misbehaviourOf(character.slug, inputs.task, question, request.seed)
  const whole = trouble === 'empty' ? '' : compose(performance, trouble)
  const { text, finish } = limited(whole, request.maxOutputTokens)
  const shown = trouble === 'cut' ? firstHalf(text) : trouble === 'fail' ? '' : text

  let written = ''
  const onText = (piece: string) => {
    written += piece
    sink.onText(piece)
  }
  if (trouble === 'stall') await stallUntilAborted(signal)
  const isWhole = trouble !== 'stall' && (await emitPaced(shown, { ...timing(performance, trouble), signal, onText }))
  const usage = usageOf(request, written)
  if (!isWhole) throw new ModelError('stopped', 'The offline model was stopped.', { retryable: false, usage })
  if (trouble === 'fail') {
    throw new ModelError('upstream_error', 'The offline model failed, as the question asked it to.', {
      retryable: true,
      usage,
    })
  }
  if (trouble === 'cut') {
    throw new ModelError('stream_cut', 'The answer broke off, as the question asked it to.', { retryable: true, usage })
  }
  return { finish, usage, reportedUsd: 0 }
}

function compose(
  { character: { slug }, request: { inputs, seed } }: Performance,
  trouble: Misbehaviour | null,
): string {
  switch (inputs.task) {
    case 'answer':
      return composeAnswer(slug, {
        question: withoutDirectives(inputs.question),
        history: plainHistory(inputs.history),
        seed,
      })
    case 'synthesis':
      return composeSynthesis(slug, {
        question: withoutDirectives(inputs.question),
        history: plainHistory(inputs.history),
        answers: inputs.answers,
        seed,
      })
    case 'title':
      return composeTitle({ question: withoutDirectives(inputs.question), answer: inputs.answer })
    case 'review':
    case 'repair': {
      const { question, candidates } = inputs.task === 'review' ? inputs : inputs.review
      if (trouble === 'garbled ballot' || trouble === 'unreadable ballot') {
        return composeGarbledBallot(candidates.map((candidate) => candidate.label))
      }
      return composeBallot(slug, { question: withoutDirectives(question), candidates, seed })
    }
  }
}

function plainHistory<T extends { question: string }>(history: readonly T[]): T[] {
  return history.map((turn) => ({ ...turn, question: withoutDirectives(turn.question) }))
}

function timing({ clock, pace, character, request }: Performance, trouble: Misbehaviour | null) {
  const isReview = request.inputs.task === 'review' || request.inputs.task === 'repair'
  const wordsPerS = character.wordsPerS * (isReview ? REVIEW_SPEED : 1)
  const scale = pace * (trouble === 'slow' ? SLOWNESS : 1)
  return { clock, pace: { firstTextMs: character.firstTextMs, wordsPerS }, scale }
}

/** Cuts the text at the wanted number of tokens, as a provider would. */
function limited(text: string, maxTokens: number | null): { text: string; finish: ModelResult['finish'] } {
  const words = maxTokens === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(maxTokens / TOKENS_PER_WORD))
  const pieces = text.match(/\s*\S+/g) ?? []
  return pieces.length <= words ? { text, finish: 'stop' } : { text: pieces.slice(0, words).join(''), finish: 'length' }
}

function firstHalf(text: string): string {
  const pieces = text.match(/\s*\S+/g) ?? []
  return pieces.slice(0, Math.ceil(pieces.length / 2)).join('')
}

function usageOf({ instructions, messages }: ModelRequest, written: string): Usage {
  const read = countWords(instructions) + messages.reduce((sum, message) => sum + countWords(message.content), 0)
  return { inputTokens: tokens(read), outputTokens: tokens(countWords(written)), reasoningTokens: 0 }
}

function tokens(words: number): number {
  return Math.round(words * TOKENS_PER_WORD)
}
