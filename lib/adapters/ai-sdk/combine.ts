import 'server-only'
import { ModelError, type Models } from '../../ports/models.ts'

/** A source of models; `mayOffer` where it may have more than it lists by now. */
export type ModelSource = Models & { mayOffer?(id: string): boolean }

/** Several sources of models as one; the first that lists an id, or may turn out to have it, serves it. */
export function combineModels(parts: ModelSource[]): Models {
  const servedBy = (id: string) =>
    parts.find((part) => part.list().some((model) => model.id === id)) ?? parts.find((part) => part.mayOffer?.(id))
  return {
    list: () => parts.flatMap((part) => part.list()),
    async stream(request, sink, signal) {
      const part = servedBy(request.model)
      if (part) return part.stream(request, sink, signal)
      throw new ModelError('unknown_model', `No provider here offers ${request.model}.`, { retryable: false })
    },
  }
}
