import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Api, ConversationPage } from '@/lib/client/api.ts'
import { ApiProblem } from '@/lib/client/api-problem.ts'
import type { ListedConversation } from '@/lib/core/conversations/types.ts'
import { notedApi } from './api.fixture.ts'
import { ConversationList } from './conversation-list.tsx'
import { navigation } from './navigation.fixture.tsx'

const NOON = Date.parse('2026-11-20T12:00:00Z')
const DAY_MS = 86_400_000

const row = (name: string, daysAgo: number): ListedConversation => ({
  ...{ id: `cnv_${name}`, title: name, updatedAt: NOON - daysAgo * DAY_MS, isRunning: false },
  ...{ pinnedAt: null, archivedAt: null, favouriteAt: null, version: 1 },
})

/** What the list's end sees; a test scrolls there. */
let scrollToEnd: () => Promise<void>
beforeEach(() => {
  const watched: ((entries: { isIntersecting: boolean }[]) => void)[] = []
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (typeof watched)[number]) {
        watched.push(callback)
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  scrollToEnd = async () => {
    await act(async () => {
      for (const callback of watched) callback([{ isIntersecting: true }])
    })
    await act(async () => {
      for (const callback of watched) callback([{ isIntersecting: false }])
    })
  }
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(recent: ConversationPage, listConversations: Api['listConversations']) {
  const { client } = notedApi({ listConversations })
  const { wrapper } = navigation('/')
  const list = (page: ConversationPage) => (
    <nav data-scrolls>
      <ConversationList pinned={[]} recent={page} now={NOON} timeZone="UTC" client={client} />
    </nav>
  )
  const { rerender } = render(list(recent), { wrapper })
  return { renew: (page: ConversationPage) => act(async () => rerender(list(page))) }
}

const shown = () =>
  screen.getAllByRole('heading').map((heading) => [
    heading.textContent,
    ...within(heading.parentElement as HTMLElement)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ])

it('goes on where the page before ended, under the same heading', async () => {
  const asked: unknown[] = []
  show({ rows: [row('a', 0), row('b', 30)], next: 'c1' }, async ({ cursor, pinned }) => {
    asked.push([cursor, pinned])
    return { rows: [row('c', 31), row('d', 60)], next: null }
  })
  await scrollToEnd()
  expect(asked).toEqual([['c1', false]])
  expect(shown()).toEqual([
    ['Today', 'a'],
    ['October', 'b', 'c'],
    ['September', 'd'],
  ])
  expect(screen.queryByRole('link', { name: 'Show older' })).toBeNull()
})

it('has a link for whoever has no script, which a click follows in its place', async () => {
  show({ rows: [row('a', 0)], next: 'c1.x' }, async () => ({ rows: [row('b', 1)], next: null }))
  const link = screen.getByRole('link', { name: 'Show older' })
  expect(link.getAttribute('href')).toBe('/conversations?before=c1.x')
  await act(async () => fireEvent.click(link))
  expect(shown()).toEqual([
    ['Today', 'a'],
    ['Yesterday', 'b'],
  ])
})

it('keeps what was read when the first page changes, without a gap and without repeating itself', async () => {
  const pages: Record<string, ConversationPage> = {
    after_b: { rows: [row('c', 3), row('d', 4)], next: 'after_d' },
    after_a: { rows: [row('b', 2), row('c', 3), row('d', 4)], next: 'after_d' },
  }
  const { renew } = show(
    { rows: [row('a', 1), row('b', 2)], next: 'after_b' },
    async ({ cursor }) => pages[cursor as string] as ConversationPage,
  )
  await scrollToEnd()
  await renew({ rows: [row('new', 0), row('a', 1)], next: 'after_a' })
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['new', 'a', 'b', 'c', 'd', 'Show older'])
})

it('says why older ones did not come, and tries again on demand', async () => {
  let tries = 0
  show({ rows: [row('a', 0)], next: 'c1' }, async () => {
    tries += 1
    if (tries === 1) throw new ApiProblem({ code: 'NETWORK', message: 'Not reached.', status: 0 })
    return { rows: [row('b', 0)], next: null }
  })
  await scrollToEnd()
  expect(screen.getByRole('alert').textContent).toBe('Not reached.')
  await act(async () => fireEvent.click(screen.getByRole('link', { name: 'Show older' })))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(shown()).toEqual([['Today', 'a', 'b']])
})
