import type { Usage } from '../core/council/types.ts'

/** A model that turns texts into directions. */
export type EmbeddingModel = {
  /** `provider/model`; vectors of different ids cannot be compared. */
  id: string
  provider: string
  name: string
  /** Numbers in a vector; null until the first answer where the provider does not say. */
  dimensions: number | null
  /** Whether it goes by meaning; one that does not goes by spelling. */
  isSemantic: boolean
}

export type Embedded = {
  /** In the order of the texts; each of length one, or all zeros for a text without a word in it. */
  vectors: number[][]
  model: string
  dimensions: number
  usage: Pick<Usage, 'inputTokens'>
}

/** Texts as directions, near each other where the texts are. */
export interface Embeddings {
  /** The models of this port; the first one embeds. */
  list(): EmbeddingModel[]
  /**
   * Embeds any number of texts; rejects with ModelError, and with reason `stopped` when `signal` aborted it. No retries, no
   * time-outs: the caller owns both.
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Embedded>
}
