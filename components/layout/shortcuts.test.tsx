import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { navigation } from '@/components/conversations/navigation.fixture.tsx'
import { shortcuts } from './keys.ts'
import { SearchButton } from './search-button.tsx'
import { Shortcuts } from './shortcuts.tsx'

afterEach(cleanup)

function show() {
  const { told, wrapper } = navigation('/c/cnv_1')
  render(
    <>
      <Shortcuts />
      <SearchButton />
      <input aria-label="Elsewhere" />
    </>,
    { wrapper },
  )
  return told
}

const press = (key: string, init: KeyboardEventInit = {}, target: Element = document.body) =>
  act(async () => fireEvent.keyDown(target, { key, ...init }))

it.each([[{ ctrlKey: true }], [{ metaKey: true }]])('opens the search with %j and K, from a field too', async (mod) => {
  show()
  await press('k', mod, screen.getByLabelText('Elsewhere'))
  expect(await screen.findByRole('dialog', { name: 'Search' })).toBeTruthy()
})

it('opens the search with its button', async () => {
  show()
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /Search/ })))
  expect(await screen.findByRole('dialog', { name: 'Search' })).toBeTruthy()
})

it('leads to a new question with Shift and O', async () => {
  const told = show()
  await press('O', { metaKey: true, shiftKey: true })
  await press('o', { ctrlKey: true })
  expect(told).toEqual(['push /'])
})

it('lists every key on ?, but not while something is being written', async () => {
  show()
  await press('?', { shiftKey: true }, screen.getByLabelText('Elsewhere'))
  expect(screen.queryByRole('dialog')).toBeNull()
  await press('?', { shiftKey: true })
  const dialog = within(await screen.findByRole('dialog', { name: 'Keys' }))
  expect(dialog.getAllByRole('term')).toHaveLength(shortcuts('send').length)
})
