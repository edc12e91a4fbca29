import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { navigation } from '../conversations/navigation.fixture.tsx'
import { ThreadBeside, type ThreadBesideProps } from './thread-beside.tsx'

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  document.elementFromPoint = () => null
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

type Open = Pick<ThreadBesideProps, 'message' | 'threadId'>
const CLOSED: Open = { message: null, threadId: null }
const NEW: Open = { message: { runId: 'run_1', seat: 's2' }, threadId: null }
const BEGUN: Open = { ...NEW, threadId: 'cnv_t' }

function show(first: Open) {
  const { told, wrapper } = navigation('/c/cnv_1')
  const at = (open: Open) => (
    <ThreadBeside
      {...open}
      conversationId="cnv_1"
      panel={
        open.message && (
          <section data-thread-panel tabIndex={-1} aria-label="Thread">
            <textarea key={open.threadId} aria-label="Box" />
          </section>
        )
      }
    >
      <span data-message="run_1 s2">
        <a href="#reply">Reply</a>
      </span>
    </ThreadBeside>
  )
  const { rerender } = render(at(first), { wrapper })
  return { told, goTo: (open: Open) => rerender(at(open)) }
}

const box = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const pressEscape = (target: Element, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(target, { key: 'Escape', ...init })

it('gives the focus to the box of a new thread, keeps it there when it begins, and back to the message when it closes', () => {
  const { goTo } = show(CLOSED)
  screen.getByRole('link').focus()
  goTo(NEW)
  expect(document.activeElement).toBe(box())
  goTo(BEGUN)
  expect(document.activeElement).toBe(box())
  goTo(CLOSED)
  expect(document.activeElement).toBe(screen.getByRole('link'))
})

it('gives the focus to a thread that is there, to be read', () => {
  const { goTo } = show(CLOSED)
  goTo(BEGUN)
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Thread' }))
})

it('takes no focus when the page is loaded with a thread', () => {
  show(BEGUN)
  expect(document.activeElement).toBe(document.body)
})

it('closes on Escape, from the empty box as well', () => {
  const { told } = show(NEW)
  pressEscape(document.body)
  pressEscape(box())
  expect(told).toEqual(['push /c/cnv_1', 'push /c/cnv_1'])
})

it('leaves Escape to a text, to a window and to whoever has used it, and where no thread is open', () => {
  const { told, goTo } = show(NEW)
  fireEvent.change(box(), { target: { value: 'Half a question' } })
  pressEscape(box())
  document.body.setAttribute('data-scrim', '')
  pressEscape(document.body)
  document.body.removeAttribute('data-scrim')
  goTo(CLOSED)
  pressEscape(document.body)
  expect(told).toEqual([])
})
