import { describe, expect, it } from 'vitest'
import { embeddingsContract } from '../../ports/embeddings.contract.ts'
import { lexicalEmbeddings } from './embeddings.ts'

embeddingsContract('the built-in embedder', lexicalEmbeddings)

async function nearness(one: string, other: string): Promise<number> {
  const { vectors } = await lexicalEmbeddings().embed([one, other], new AbortController().signal)
  const [a = [], b = []] = vectors
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}

describe('what is spelled alike', () => {
  it.each([
    ['compound interest grows', 'how interest compounds', 'penguins live in the south'],
    ['Kühlschränke kühlen Lebensmittel', 'ein Kühlschrank kühlt', 'Segelboote fahren bei Wind'],
    ['compoud intrest', 'compound interest', 'rainbows after rain'],
    ['なぜ空は青いのですか', '空は青い', '猫は魚が好き'],
  ])('%j is nearer to %j than to %j', async (text, near, far) => {
    expect(await nearness(text, near)).toBeGreaterThan((await nearness(text, far)) + 0.1)
  })

  it('does not go by case, punctuation or width of letters', async () => {
    expect(await nearness('Hello, World!', 'ｈｅｌｌｏ world')).toBeCloseTo(1, 6)
  })

  it('has no direction without a word', async () => {
    const { vectors } = await lexicalEmbeddings().embed(['', ' … !?'], new AbortController().signal)
    for (const vector of vectors) expect(vector.every((value) => value === 0)).toBe(true)
  })
})
