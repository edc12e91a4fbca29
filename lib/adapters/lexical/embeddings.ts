import 'server-only'
import { unitVector } from '../../core/models/vectors.ts'
import type { EmbeddingModel, Embeddings } from '../../ports/embeddings.ts'
import { ModelError } from '../../ports/models.ts'

const DIMENSIONS = 256

/** What a feature counts: a word as itself, two words in a row, and three characters of `^word$`. */
const WORD = 1
const PAIR = 0.7
const TRIGRAM = 0.35

const MODEL: EmbeddingModel = {
  id: 'lexical/hashed-256',
  provider: 'lexical',
  name: 'Built-in, by spelling',
  dimensions: DIMENSIONS,
  isSemantic: false,
}

/**
 * The built-in embedder: hashed words, pairs and trigrams (feature hashing with signs, Weinberger et al. 2009). It finds what
 * is spelled alike, not what means the same.
 */
export function lexicalEmbeddings(): Embeddings {
  return {
    list: () => [MODEL],
    async embed(texts, signal) {
      if (signal.aborted) throw new ModelError('stopped', 'The call was stopped.', { retryable: false })
      return { vectors: texts.map(vectorOf), model: MODEL.id, dimensions: DIMENSIONS, usage: { inputTokens: 0 } }
    },
  }
}

function vectorOf(text: string): number[] {
  const sums = new Array<number>(DIMENSIONS).fill(0)
  const add = (feature: string, weight: number) => {
    const hash = fnv1a(feature)
    const at = (hash & 0x7fff_ffff) % DIMENSIONS
    // One bit of the hash is the sign, so that features that share a place cancel on average instead of adding up.
    sums[at] = (sums[at] ?? 0) + (hash >>> 31 === 0 ? weight : -weight)
  }
  let before: string | null = null
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    add(word, WORD)
    if (before !== null) add(`${before} ${word}`, PAIR)
    for (const trigram of trigramsOf(word)) add(trigram, TRIGRAM)
    before = word
  }
  // The root keeps a word that is said twenty times from drowning the rest.
  return unitVector(sums.map((sum) => Math.sign(sum) * Math.sqrt(Math.abs(sum))))
}

function trigramsOf(word: string): string[] {
  const characters = [...`^${word}$`]
  return characters.slice(2).map((last, i) => `${characters[i]}${characters[i + 1]}${last}`)
}

/** FNV-1a with 32 bits over UTF-16 code units, then mixed: its lowest bits alone are weak. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
