import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { Api } from '@/lib/client/api.ts'
import { notedApi, sampleHit } from './api.fixture.ts'
import { navigation } from './navigation.fixture.tsx'
import { SearchDialog } from './search-dialog.tsx'

afterEach(cleanup)

function show(searchConversations: Api['searchConversations']) {
  const { told, wrapper } = navigation('/')
  const opened: boolean[] = []
  const { client } = notedApi({ searchConversations })
  render(<SearchDialog isOpen onOpenChange={(isOpen) => opened.push(isOpen)} client={client} />, { wrapper })
  return { told, opened }
}

const field = () => screen.getByRole<HTMLInputElement>('combobox')
const type = (value: string) => act(async () => fireEvent.change(field(), { target: { value } }))
const press = (key: string) => act(async () => fireEvent.keyDown(field(), { key }))
const two = async () => [
  sampleHit(),
  sampleHit({
    conversation_id: 'cnv_2',
    title: 'Seas',
    found_in: 'title',
    turn_id: null,
    snippet: [{ text: 'Seas', is_match: true }],
  }),
]

it('shows what was found with the words marked, as text and never as markup', async () => {
  show(two)
  await type('waves')
  const [first, second] = await screen.findAllByRole('option')
  expect(first?.textContent).toContain('The skyShort waves <img src=x onerror=alert(1)>')
  expect(first?.querySelector('mark')?.textContent).toBe('waves')
  expect(first?.querySelector('img')).toBeNull()
  expect(second?.querySelector('mark')?.textContent).toBe('Seas')
  expect(screen.getByRole('status').textContent).toBe('2 conversations')
})

it('is used with the arrows and Enter, which opens the place and closes the window', async () => {
  const { told, opened } = show(two)
  await type('waves')
  await screen.findAllByRole('option')
  expect(field().getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]?.id)
  await press('ArrowUp')
  expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true')
  await press('ArrowDown')
  await press('Enter')
  expect(told).toEqual(['push /c/cnv_1#trn_1'])
  expect(opened).toEqual([false])
})

it('asks for the text as it stands after a pause, and for nothing while there is none', async () => {
  const asked: string[] = []
  show(async ({ query }) => {
    asked.push(query)
    return []
  })
  expect(screen.getByRole('status').textContent).toBe('Beginnings of words are enough.')
  await type('w')
  await type('wav ')
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Nothing has all of these words.'))
  expect(asked).toEqual(['wav'])
  await press('Enter')
})
