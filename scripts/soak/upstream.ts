import { appendFileSync } from 'node:fs'
import { seededRandom } from '../../lib/core/kernel/random.ts'
import { ModelError, type ModelRequest, type Models } from '../../lib/ports/models.ts'
import { answerOrBallot, scriptedModels } from '../../lib/testing/scripted-models.ts'

const REFUSED_SHARE = 0.4

/**
 * Models that take a few milliseconds and write down every request they are asked, before they answer it. One of them is
 * often not to be used, so that another takes its seat.
 */
export function loggedModels(logFile: string): Models {
  return scriptedModels(async (request, sink) => {
    // the request's seed names run, stage, seat and attempt
    appendFileSync(logFile, `${request.seed}\n`)
    const random = seededRandom(request.seed)
    if (request.model === 'test/birch' && random() < REFUSED_SHARE) {
      await new Promise((resolve) => setTimeout(resolve, random() * 12))
      return new ModelError('unauthorized', 'The key was refused.', { retryable: false })
    }
    for (const piece of pieces(request)) {
      await new Promise((resolve) => setTimeout(resolve, 1 + random() * 12))
      sink.onText(piece)
    }
    return ''
  })
}

function pieces(request: ModelRequest): string[] {
  const text = answerOrBallot(request)
  const size = Math.ceil(text.length / 5)
  return Array.from({ length: 5 }, (_, i) => text.slice(i * size, (i + 1) * size))
}
