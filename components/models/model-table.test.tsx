import { cleanup, render, screen, within } from '@testing-library/react'
import { createFormatter, createTranslator } from 'use-intl/core'
import { afterEach, describe, expect, it } from 'vitest'
import messages from '@/lib/messages/en.json' with { type: 'json' }
import { type ModelEntry, matching } from './entry.ts'
import { ModelCards, ModelTable } from './model-table.tsx'
import { modelWords } from './model-words.ts'

afterEach(cleanup)

const AT = Date.UTC(2026, 10, 20, 12)
const options = { locale: 'en', timeZone: 'UTC' } as const
const words = modelWords(createTranslator({ ...options, messages, namespace: 'catalogue' }), createFormatter(options))

const entry = (changes: Partial<ModelEntry> = {}): ModelEntry => ({
  ...{ id: 'wood/oak-1', provider: 'wood', name: 'Oak 1', family: 'quercus', isDemo: false, isLocal: false },
  ...{ isChairman: true, isActive: true, staleSince: null, staleReason: null, contextTokens: 128_000, price: null },
  ...{ requests: 12, errors: 1, firstToken: null, latency: { meanMs: 8_400, count: 11 } },
  ...changes,
})
const PRICE = { input: 2.5, output: 10, cachedInput: 0.25, source: 'models.dev', effectiveFrom: AT } as const

const cells = (model: ModelEntry) => {
  render(<ModelTable models={[model]} words={words} />)
  const [, row] = screen.getAllByRole('row')
  return row?.textContent ?? ''
}

describe('the table of models', () => {
  it('shows a price with its source and date, and long prompts apart', () => {
    const longContext = { aboveTokens: 200_000, input: 5, output: 15, cachedInput: null }
    const text = cells(entry({ price: { ...PRICE, longContext } }))
    expect(text).toContain('$2.50 in$10.00 out$0.25 from cacheAbove 200,000 tokens: $5.00 in, $15.00 out')
    expect(text).toContain('models.dev, since Nov 20, 2026')
    expect(text).toContain('8.4 secmean of 11')
  })

  it('says unpriced and unknown, never zero', () => {
    const text = cells(entry({ contextTokens: null, latency: null }))
    expect(text).toContain('unknownunpriced')
    expect(text).not.toMatch(/\$0|free/)
  })

  it('says that the offline models cost nothing, also before the catalogue knows it', () => {
    expect(cells(entry({ isDemo: true }))).toContain('free')
    cleanup()
    const free = { ...PRICE, input: 0, output: 0, cachedInput: null, longContext: null, source: 'demo' as const }
    expect(cells(entry({ isDemo: true, price: free }))).toContain('freebuilt in')
  })

  it('marks what is switched off, not offered any more, local, or no chairman', () => {
    const text = cells(
      entry({ isActive: false, staleSince: AT, staleReason: 'not_offered', isLocal: true, isChairman: false }),
    )
    for (const mark of ['switched off', 'not offered since Nov 20, 2026', 'on your own machines', 'not as chairman']) {
      expect(text).toContain(mark)
    }
  })

  it('says of a model that is still set up when OpenRouter ceased to list it', () => {
    const text = cells(entry({ staleSince: AT, staleReason: 'not_listed' }))
    expect(text).toContain('OpenRouter has not listed it since Nov 20, 2026')
    expect(text).not.toContain('not offered')
  })

  it('is a list of cards on a phone, with every figure named', () => {
    render(<ModelCards models={[entry()]} words={words} />)
    const card = within(screen.getByRole('listitem'))
    expect(card.getAllByRole('term').map((term) => term.textContent)).toContain('Price per million tokens')
    expect(card.getByText('unpriced')).toBeDefined()
  })
})

describe('looking for a model', () => {
  const models = [entry(), entry({ id: 'forest/ash', provider: 'forest', name: 'Ash', family: null })]
  it.each([
    ['', '', 2],
    ['OAK', '', 1],
    ['quercus 1', '', 1],
    ['oak', 'forest', 0],
    ['', 'forest', 1],
    ['  ', '', 2],
  ])('by %j at %j finds %i', (query, provider, found) => {
    expect(matching(models, { query, provider })).toHaveLength(found)
  })
})
