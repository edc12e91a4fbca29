import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ApiProblem } from '@/lib/client/api-problem.ts'
import type { ListedConversation } from '@/lib/core/conversations/types.ts'
import { notedApi } from './api.fixture.ts'
import { ConversationRow } from './conversation-row.tsx'
import { navigation } from './navigation.fixture.tsx'
import { offerUndo } from './undo-store.ts'
import { UndoToast } from './undo-toast.tsx'

afterEach(() => {
  act(() => offerUndo(null))
  cleanup()
})

const sky: ListedConversation = {
  id: 'cnv_1',
  title: 'The sky',
  updatedAt: 0,
  isRunning: false,
  pinnedAt: null,
  archivedAt: null,
  favouriteAt: null,
  version: 4,
}

function show({
  path = '/',
  client = notedApi().client,
  ...changes
}: Partial<ListedConversation> & { path?: string; client?: ReturnType<typeof notedApi>['client'] } = {}) {
  const { told, wrapper } = navigation(path)
  render(
    <>
      <ConversationRow conversation={{ ...sky, ...changes }} client={client} />
      <UndoToast client={client} />
    </>,
    { wrapper },
  )
  return told
}

const openMenu = async () => {
  const trigger = screen.getByRole('button', { name: 'More for “The sky”' })
  trigger.focus()
  // a browser makes a click of an Enter that nobody took
  await act(async () => fireEvent.keyDown(trigger, { key: 'Enter' }) && fireEvent.click(trigger))
}
const choose = async (name: string) => {
  await openMenu()
  await act(async () => fireEvent.click(await screen.findByRole('menuitem', { name })))
}
const rename = async (title: string) => {
  await choose('Rename')
  const field = await screen.findByLabelText<HTMLInputElement>('Title')
  fireEvent.change(field, { target: { value: title } })
  await act(async () => fireEvent.keyDown(field, { key: 'Enter' }))
  return field
}

it.each([
  ['Pin', {}, { pinned: true }],
  ['Unpin', { pinnedAt: 1 }, { pinned: false }],
  ['Add to favourites', {}, { favourite: true }],
  ['Remove from favourites', { favouriteAt: 1 }, { favourite: false }],
  ['Archive', {}, { archived: true }],
  ['Move out of the archive', { archivedAt: 1 }, { archived: false }],
])('%s is one choice of the menu, and the list is read again', async (name, changes, change) => {
  const { asked, client } = notedApi()
  const told = show({ client, ...changes })
  await choose(name)
  expect(asked).toEqual([['update', { id: 'cnv_1', change }]])
  await waitFor(() => expect(told).toEqual(['refresh']))
})

it('is renamed in its place, for the version that was seen', async () => {
  const { asked, client } = notedApi()
  show({ client })
  await rename(' Blue light ')
  expect(asked).toEqual([['update', { id: 'cnv_1', change: { title: 'Blue light' }, ifVersion: 4 }]])
  await waitFor(() => expect(screen.queryByLabelText('Title')).toBeNull())
})

const overtaken = () => {
  const seen: unknown[] = []
  const client = notedApi({
    async updateConversation({ ifVersion }) {
      seen.push(ifVersion)
      if (ifVersion === 7) return
      const details = { current: { title: 'Theirs', version: 7 } }
      throw new ApiProblem({ code: 'VERSION_CONFLICT', message: 'Changed.', status: 412, details })
    },
  }).client
  return { seen, client }
}

it('shows the other’s title when somebody was first, and keeps ours on demand', async () => {
  const { seen, client } = overtaken()
  show({ client })
  const field = await rename('Ours')
  expect((await screen.findByRole('alert')).textContent).toContain('“Theirs”')
  expect(field.value).toBe('Ours')
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Keep mine' })))
  expect(seen).toEqual([4, 7])
  expect(screen.queryByRole('alert')).toBeNull()
})

it('takes the other’s title on demand, and the list is read again', async () => {
  const { seen, client } = overtaken()
  const told = show({ client })
  await rename('Ours')
  await act(async () => fireEvent.click(await screen.findByRole('button', { name: 'Take theirs' })))
  expect(seen).toEqual([4])
  expect(told).toEqual(['refresh'])
  expect(screen.queryByRole('alert')).toBeNull()
})

it('is not renamed by Escape, an empty title or the same one', async () => {
  const { asked, client } = notedApi()
  show({ client })
  await choose('Rename')
  const field = await screen.findByLabelText('Title')
  fireEvent.change(field, { target: { value: 'Never' } })
  await act(async () => fireEvent.keyDown(field, { key: 'Escape' }))
  await rename('  ')
  await rename('The sky')
  expect(asked).toEqual([])
})

it('is deleted with a way back, which the keyboard is on at once', async () => {
  const { asked, client } = notedApi()
  const told = show({ client, path: '/c/cnv_1', isRunning: true })
  await choose('Delete')
  const status = screen.getByRole('status')
  await waitFor(() => expect(status.textContent).toContain('Deleted “The sky”. What ran in it was stopped.'))
  expect(told).toEqual(['push /', 'refresh'])
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Undo' })))
  expect(asked).toEqual([
    ['delete', { id: 'cnv_1' }],
    ['restore', { id: 'cnv_1' }],
  ])
  expect(told.slice(2)).toEqual(['push /c/cnv_1', 'refresh'])
  expect(status.textContent).toBe('')
})

it('says so when it could not be changed or brought back', async () => {
  const lost = () => Promise.reject(new ApiProblem({ code: 'INTERNAL', message: 'It broke.', status: 500 }))
  show({ client: notedApi({ updateConversation: lost, restoreConversation: lost }).client })
  await choose('Pin')
  expect((await screen.findByRole('alert')).textContent).toBe('It broke.')
  await choose('Delete')
  await act(async () => fireEvent.click(await screen.findByRole('button', { name: 'Undo' })))
  expect(screen.getByRole('status').textContent).toContain('could not be brought back')
})
