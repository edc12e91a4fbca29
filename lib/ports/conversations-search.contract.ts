import { describe, expect, it } from 'vitest'
import type { SearchHit } from '../core/conversations/types.ts'
import type { NewRun } from './runs.ts'
import { endedRun, freshTenant, NOON, type Stores, sampleRun } from './stores.contract.ts'

/** What every implementation guarantees about finding text again. */
export function describeConversationSearch(stores: () => Stores): void {
  const find = (tenantId: string, query: string, limit = 20) => stores().conversations.search(tenantId, query, limit)
  const marked = (hit: SearchHit | undefined) =>
    hit?.snippet.map((part) => (part.isMatch ? `[${part.text}]` : part.text)).join('')
  const told = (tenantId: string, answer: string, changes: Partial<NewRun> = {}) =>
    endedRun(stores(), sampleRun(tenantId, changes), { answer })

  describe('search', () => {
    it('finds titles, questions and answers by the beginnings of all words, and shows where', async () => {
      const tenantId = await freshTenant(stores())
      const run = await told(tenantId, 'Rayleigh scattering bends the <b>short</b> waves more.')
      const conversationId = run.conversationId
      const base = { conversationId, title: 'The sky', updatedAt: NOON + 1_000, isArchived: false }
      expect(await find(tenantId, 'RAYL scatt')).toEqual([
        { ...base, foundIn: 'answer', turnId: run.turnId, snippet: expect.any(Array) },
      ])
      expect(marked((await find(tenantId, 'rayl scatt'))[0])).toMatch(/^\[Rayleigh\] \[scattering\] bends/)
      expect(await find(tenantId, 'why blue')).toMatchObject([{ foundIn: 'question', turnId: run.turnId }])
      expect(await find(tenantId, 'sky the')).toMatchObject([{ foundIn: 'title', turnId: null }])
      expect(await find(tenantId, 'rayleigh ocean')).toEqual([])
    })

    it('shows one conversation once, the best first, and no more than asked for', async () => {
      const tenantId = await freshTenant(stores())
      const titled = await told(tenantId, 'coffee coffee', {
        newConversation: { title: 'Coffee, anyone?' },
        question: 'coffee?',
      })
      await told(tenantId, `${'Sleep matters here. '.repeat(80)} coffee`, { newConversation: { title: 'Rest' } })
      const hits = await find(tenantId, 'coffee')
      expect(hits.map((hit) => hit.title)).toEqual(['Coffee, anyone?', 'Rest'])
      expect(hits[0]).toMatchObject({ conversationId: titled.conversationId, foundIn: 'title' })
      expect(marked(hits[0])).toBe('[Coffee], anyone?')
      expect(marked(hits[1])?.length).toBeLessThan(400)
      expect(await find(tenantId, 'coffee', 1)).toHaveLength(1)
    })

    it('shows nothing of another tenant or of what was removed', async () => {
      const run = await told(await freshTenant(stores()), 'Rayleigh.')
      expect(await find(await freshTenant(stores()), 'rayleigh')).toEqual([])
      await stores().conversations.remove(run.tenantId, run.conversationId, NOON)
      for (const word of ['rayleigh', 'blue', 'sky']) expect(await find(run.tenantId, word)).toEqual([])
    })

    it.each(["'", "a' | 'b", '\\', '!!!', ':*', '& |', '', '\u0000', '\uE000x\uE001', '(', 'a:b<->c'])(
      'takes %j as text and nothing else',
      async (query) => {
        expect(await find(await freshTenant(stores()), query)).toEqual([])
      },
    )

    it('marks only what was found, even where the text holds odd characters', async () => {
      const tenantId = await freshTenant(stores())
      await told(tenantId, 'An \uE000odd\uE001 größe of node.js 3.14')
      expect(marked((await find(tenantId, 'node.js'))[0])).toBe('An odd größe of [node.js]')
      expect(marked((await find(tenantId, 'größe 3.1'))[0])).toContain('[größe] of node.js [3.14]')
    })
  })
}
