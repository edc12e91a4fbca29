import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { notedApi } from '@/components/conversations/api.fixture.ts'
import type { ListedConversation } from '../core/conversations/types.ts'
import { tellOtherTabs } from './other-tabs.ts'
import { useFreshList } from './use-fresh-list.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function watch(running: string[]) {
  const live = new Set(running)
  let asked = 0
  let stale = 0
  const { client } = notedApi({
    async listConversations() {
      asked += 1
      const rows = ['cnv_1', 'cnv_2'].map((id) => ({ id, isRunning: live.has(id) }) as ListedConversation)
      return { rows, next: null }
    },
  })
  renderHook(() => useFreshList(running, () => (stale += 1), client))
  return { live, counts: () => ({ asked, stale }) }
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

it('asks nothing while nothing runs', async () => {
  const { counts } = watch([])
  await pass(60_000)
  expect(counts()).toEqual({ asked: 0, stale: 0 })
})

it('asks every five seconds while something runs, and says when it has ended', async () => {
  const { live, counts } = watch(['cnv_1'])
  await pass(10_500)
  expect(counts()).toEqual({ asked: 2, stale: 0 })
  live.delete('cnv_1')
  await pass(5_000)
  expect(counts()).toEqual({ asked: 3, stale: 1 })
})

it('leaves conversations alone that it cannot see', async () => {
  const { counts } = watch(['cnv_far_away'])
  await pass(5_500)
  expect(counts()).toEqual({ asked: 1, stale: 0 })
})

it('says so when another tab has changed something', async () => {
  vi.useRealTimers()
  const { promise, resolve } = Promise.withResolvers<void>()
  renderHook(() => useFreshList([], resolve, notedApi().client))
  tellOtherTabs()
  await promise
})
