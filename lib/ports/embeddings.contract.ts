import { describe, expect, it } from 'vitest'
import type { Embeddings } from './embeddings.ts'

const TEXTS = [
  'The sky is blue.',
  'Zinseszins wächst exponentiell.',
  '空はなぜ青いのですか',
  'The sky is blue.',
  'a'.repeat(5_000),
]

const never = () => new AbortController().signal

const lengthOf = (vector: number[]) => Math.hypot(...vector)

/** What every implementation of `Embeddings` promises. */
export function embeddingsContract(name: string, make: () => Embeddings): void {
  describe(`embeddings of ${name}`, () => {
    it('gives one vector of length one for each text, in their order', async () => {
      const { vectors, dimensions } = await make().embed(TEXTS, never())
      expect(vectors).toHaveLength(TEXTS.length)
      for (const vector of vectors) {
        expect(vector).toHaveLength(dimensions)
        expect(vector.every(Number.isFinite)).toBe(true)
        expect(lengthOf(vector)).toBeCloseTo(1, 5)
      }
      expect(vectors[3]).toEqual(vectors[0])
      expect(vectors[1]).not.toEqual(vectors[0])
    })

    it('gives the same text the same vector, whatever is beside it', async () => {
      const embeddings = make()
      const [alone] = (await embeddings.embed([TEXTS[1] ?? ''], never())).vectors
      const among = (await embeddings.embed(TEXTS, never())).vectors[1]
      expect(among).toEqual(alone)
    })

    it('names the model that it used, and says how large its vectors are', async () => {
      const embeddings = make()
      const { model, dimensions } = await embeddings.embed(['x'], never())
      expect(embeddings.list()[0]).toMatchObject({ id: model, dimensions })
    })

    it('has nothing for no texts', async () => {
      expect((await make().embed([], never())).vectors).toEqual([])
    })

    it('takes more texts than fit into one request', async () => {
      const texts = Array.from({ length: 300 }, (_, i) => `text number ${i}`)
      const { vectors } = await make().embed(texts, never())
      expect(vectors).toHaveLength(300)
      expect(new Set(vectors.map(String)).size).toBe(300)
    })

    it('says that it was stopped', async () => {
      await expect(make().embed(TEXTS, AbortSignal.abort())).rejects.toMatchObject({ reason: 'stopped' })
    })
  })
}
