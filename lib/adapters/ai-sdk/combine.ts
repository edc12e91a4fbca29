import 'server-only'
import { ModelError, type Models } from '../../ports/models.ts'

/** Several sources of models as one; the first that lists an id serves it. */
export function combineModels(parts: Models[]): Models {
  return {
    list: () => parts.flatMap((part) => part.list()),
    async stream(request, sink, signal) {
      const part = parts.find((candidate) => candidate.list().some((model) => model.id === request.model))
      if (part) return part.stream(request, sink, signal)
      throw new ModelError('unknown_model', `No provider here offers ${request.model}.`, { retryable: false })
    },
  }
}
