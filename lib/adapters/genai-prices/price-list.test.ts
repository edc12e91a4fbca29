import { describe, expect, it } from 'vitest'
import { checkPrice } from '../../core/pricing/price.ts'
import { genaiPrices } from './price-list.ts'

const at = Date.UTC(2026, 10, 20, 12)
const signal = new AbortController().signal

async function priceOf(id: string, provider = id.split('/')[0] ?? '') {
  const model = { id, provider, name: id, family: null, contextTokens: null }
  const [listed] = await genaiPrices().look([model], { at, signal })
  return listed ? checkPrice(listed.price) : null
}

describe('the shipped price list', () => {
  it.each([
    ['openai/gpt-4o', { input: 2.5, output: 10, cachedInput: 1.25 }],
    ['azure/gpt-4o', { input: 2.5, output: 10, cachedInput: 1.25 }],
    ['google/gemini-2.5-pro', { input: 1.25, output: 10, cachedInput: 0.125 }],
    ['vertex/gemini-2.5-pro', { input: 1.25, output: 10, cachedInput: 0.125 }],
    ['bedrock/anthropic.claude-3-5-sonnet-20241022-v2:0', { input: 3, output: 15, cachedInput: 0.3 }],
    ['openrouter/anthropic/claude-sonnet-4.5', { input: 3, output: 15, cachedInput: 0.3 }],
  ])('knows %s by its provider and id', async (id, price) => {
    expect(await priceOf(id)).toMatchObject({ price })
  })

  it("takes the maker's price for a model that a router passes on and has no price of its own for", async () => {
    expect(await priceOf('openrouter/x-ai/grok-4')).toEqual(await priceOf('xai/grok-4'))
    expect(await priceOf('openrouter/x-ai/grok-4')).toMatchObject({ price: { input: 3, output: 15 } })
  })

  it('keeps the price of long prompts apart', async () => {
    expect(await priceOf('anthropic/claude-sonnet-4-5')).toMatchObject({
      price: { input: 3, longContext: { aboveTokens: 200_000, input: 6, output: 22.5, cachedInput: 0.6 } },
    })
  })

  it('knows a variant that is free as free, and says nothing of what it does not know', async () => {
    expect(await priceOf('openrouter/openai/gpt-oss-120b:free')).toMatchObject({ price: { input: 0, output: 0 } })
    expect(await priceOf('openai/no-such-thing')).toBeNull()
    expect(await priceOf('openrouter/nobody/nothing')).toBeNull()
    expect(await priceOf('ollama/llama3.2:3b')).toBeNull()
  })

  it('does not take a server for a provider because its name contains one', async () => {
    expect(await priceOf('my-openai-proxy/gpt-4o')).toBeNull()
  })
})
