import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { navigation } from '@/components/conversations/navigation.fixture.tsx'
import { Shortcuts } from './shortcuts.tsx'

afterEach(cleanup)

beforeEach(() => {
  const { wrapper } = navigation('/c/cnv_1')
  render(
    <>
      <Shortcuts />
      {['First?', 'Second?'].map((question) => (
        <section key={question} data-turn>
          <h2>{question}</h2>
          <details>
            <summary data-seat="s1">One of {question}</summary>
          </details>
          <details>
            <summary data-seat="s2">Two of {question}</summary>
          </details>
        </section>
      ))}
      <input aria-label="Elsewhere" />
      <div role="menu" tabIndex={-1} aria-label="Menu" />
    </>,
    { wrapper },
  )
})

const press = async (key: string, init: KeyboardEventInit = {}) => {
  await act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init }))
  await act(() => new Promise((resolve) => requestAnimationFrame(resolve)))
}
const focused = () => document.activeElement?.textContent

it('move to the next question and the one before, and no further than the last and the first', async () => {
  screen.getByText('First?').tabIndex = -1
  screen.getByText('First?').focus()
  await press('j')
  expect(focused()).toBe('Second?')
  await press('J', { shiftKey: false })
  expect(focused()).toBe('Second?')
  await press('k')
  await press('k')
  expect(focused()).toBe('First?')
})

it('open a member of the turn that is read, fold it again, and do nothing for one who is not there', async () => {
  await press('j')
  await press('2')
  const line = screen.getByText('Two of Second?')
  expect([document.activeElement, line.closest('details')?.open]).toEqual([line, true])
  await press('2')
  expect([document.activeElement, line.closest('details')?.open]).toEqual([line, false])
  await press('7')
  expect(document.activeElement).toBe(line)
})

it.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey'] as const)('are nobody’s with %s', async (modifier) => {
  const before = document.activeElement
  for (const key of ['j', '1']) await press(key, { [modifier]: true })
  expect(document.activeElement).toBe(before)
})

it.each(['Elsewhere', 'Menu'])('are nobody’s in %s', async (name) => {
  screen.getByLabelText(name).focus()
  for (const key of ['j', 'k', '1', '?']) await press(key)
  expect(document.activeElement).toBe(screen.getByLabelText(name))
  expect(screen.queryByRole('dialog')).toBeNull()
})
