import 'server-only'
import { unitVector } from '../../core/models/vectors.ts'
import type { Embedded, EmbeddingModel, Embeddings } from '../../ports/embeddings.ts'
import type { LateNetwork } from './late-network.ts'
import { modelName } from './model-name.ts'
import { type EmbeddingProvider, secretsOf } from './provider.ts'

type Options = { provider: EmbeddingProvider; model: string; network: LateNetwork }

/** Texts in one request: OpenAI takes 2,048, others fewer. */
const BATCH = 128

/** Embeddings of one model of a provider. The SDK is not needed for one request and one answer. */
export function providerEmbeddings({ provider, model, network }: Options): Embeddings {
  const id = `${provider.name}/${model}`
  const origin = { provider: provider.label, model: modelName(model), secrets: secretsOf(provider) }
  let dimensions: number | null = null
  const info = (): EmbeddingModel => ({
    id,
    provider: provider.name,
    name: modelName(model),
    dimensions,
    isSemantic: true,
  })

  async function embed(texts: readonly string[], signal: AbortSignal): Promise<Embedded> {
    const { embedBatch } = await import('./embedding-wire.ts')
    const connections = await network.load()
    const vectors: number[][] = []
    let inputTokens: number | null = 0
    for (let at = 0; at < texts.length; at += BATCH) {
      const batch = { provider, model, origin, texts: texts.slice(at, at + BATCH) }
      const answer = await embedBatch(batch, connections, signal)
      vectors.push(...answer.vectors.map(unitVector))
      inputTokens = inputTokens === null || answer.inputTokens === null ? null : inputTokens + answer.inputTokens
    }
    dimensions = vectors[0]?.length ?? dimensions
    return { vectors, model: id, dimensions: dimensions ?? 0, usage: { inputTokens } }
  }

  return { list: () => [info()], embed }
}
