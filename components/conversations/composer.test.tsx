import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { OFFER } from '../councils/choices.fixture.ts'
import { NOTHING_KEPT } from '../councils/council-form.ts'
import { type AskAction, type AskFormState, NOTHING_ASKED, QUESTION_MAX } from './ask-form.ts'
import { Composer, type ComposerProps } from './composer.tsx'
import { readDraft } from './drafts.ts'

const base: Omit<ComposerProps, 'action'> = {
  variant: 'page',
  idempotencyKey: 'key-1',
  ...OFFER,
  keepCouncil: async () => NOTHING_KEPT,
}

// React holds every transition back until all are over, so no test may leave one open.
const unfinished: (() => void)[] = []

/** An action that records what it was sent and stays open until the test says how it ends. */
function openAction() {
  const sent: Record<string, string>[] = []
  let end: { resolve: (state: AskFormState) => void; reject: (error: unknown) => void } | null = null
  const action: AskAction = (_previous, form) => {
    sent.push(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])))
    return new Promise((resolve, reject) => {
      end = { resolve, reject }
      unfinished.push(() => resolve(NOTHING_ASKED))
    })
  }
  return {
    action,
    sent,
    refuse: (state: AskFormState) => act(async () => end?.resolve(state)),
    redirect: () =>
      act(async () =>
        end?.reject(Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;push;/c/cnv_1;307;' })),
      ),
    lose: () => act(async () => end?.reject(new TypeError('Failed to fetch'))),
  }
}

/** Stands where Next has its redirect boundary. */
class Boundary extends Component<{ children: ReactNode }, { caught: boolean }> {
  override state = { caught: false }
  static getDerivedStateFromError = () => ({ caught: true })
  override render() {
    return this.state.caught ? <p>Redirected</p> : this.props.children
  }
}

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Your question')
const type = (text: string) => fireEvent.change(field(), { target: { value: text } })
const enter = (init: KeyboardEventInit = {}) => act(async () => fireEvent.keyDown(field(), { key: 'Enter', ...init }))

/** Opens the picker and takes the choice of that name. */
async function choose(name: RegExp) {
  fireEvent.click(screen.getByRole('button', { name: /^Who answers:/ }))
  fireEvent.click(await screen.findByRole('button', { name }))
}

beforeEach(() => sessionStorage.clear())
afterEach(async () => {
  await act(async () => {
    for (const finish of unfinished.splice(0)) finish()
  })
  cleanup()
})

it('sends question, council, conversation and idempotency key as form fields', async () => {
  const { action, sent } = openAction()
  render(<Composer {...base} action={action} conversationId="cnv_1" />)
  type('Why is the sky blue?')
  await choose(/^Quick/)
  await enter()
  expect(sent).toMatchObject([
    { question: 'Why is the sky blue?', council: 'quick', conversationId: 'cnv_1', idempotencyKey: 'key-1' },
  ])
})

it('starts with the standard council and can ask one single model', async () => {
  const { action, sent } = openAction()
  render(<Composer {...base} action={action} />)
  expect(screen.getByRole('button', { name: 'Who answers: Standard ≈ 9 s · free' })).toBeTruthy()
  await choose(/^Teacher/)
  type('Alone?')
  await enter()
  expect(sent).toMatchObject([{ council: 'single', model: 'demo/teacher' }])
})

it('asks the council on Ctrl+Enter even where a single model is chosen', async () => {
  const { action, sent } = openAction()
  render(<Composer {...base} action={action} />)
  await choose(/^Teacher/)
  type('Together?')
  await enter({ ctrlKey: true })
  expect(sent).toMatchObject([{ council: 'standard' }])
})

it('does not send on the Enter of an input method or with Shift', async () => {
  const { action, sent } = openAction()
  render(<Composer {...base} action={action} />)
  type('空はなぜ青い')
  await enter({ isComposing: true })
  await enter({ shiftKey: true })
  expect(sent).toEqual([])
})

it('sends once, however often Enter is pressed, and says that it is sending', async () => {
  const { action, sent } = openAction()
  render(<Composer {...base} action={action} />)
  type('Once')
  await enter()
  await enter()
  expect(sent).toHaveLength(1)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Asking…' }).disabled).toBe(true)
  expect(field().readOnly).toBe(true)
})

it('keeps the text and ties the error to the field when the server refuses', async () => {
  const { action, refuse } = openAction()
  render(<Composer {...base} action={action} />)
  type('Too many')
  await enter()
  await refuse({ error: 'Not this one.', field: 'question', question: 'Too many' })
  expect(field().value).toBe('Too many')
  expect(field().getAttribute('aria-invalid')).toBe('true')
  const alert = screen.getByRole('alert')
  expect(alert.textContent).toBe('Not this one.')
  expect(field().getAttribute('aria-describedby')?.split(' ')).toContain(alert.id)
  expect(document.activeElement).toBe(field())
})

it('keeps the text and says so when the server cannot be reached', async () => {
  const { action, lose } = openAction()
  render(<Composer {...base} action={action} />)
  type('Into a tunnel')
  await enter()
  await lose()
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('did not reach the server'))
  expect(field().value).toBe('Into a tunnel')
  expect(readDraft('new')?.text).toBe('Into a tunnel')
})

it('forgets the draft once the question was taken, and lets the redirect through', async () => {
  const { action, redirect } = openAction()
  render(
    <Boundary>
      <Composer {...base} action={action} />
    </Boundary>,
    { onCaughtError: () => {} },
  )
  type('Asked and gone')
  await enter()
  expect(readDraft('new')?.text).toBe('Asked and gone')
  await redirect()
  await screen.findByText('Redirected')
  expect(readDraft('new')?.text).toBe('')
})

it.each([
  ['blank', ' \n ', 'Write a question.'],
  ['too long', 'x'.repeat(QUESTION_MAX + 1), 'at most 20,000 characters. This one has 20,001'],
])('does not send a question that is %s', async (_case, text, sentence) => {
  const { action, sent } = openAction()
  render(<Composer {...base} action={action} />)
  type(text)
  await enter()
  expect(sent).toEqual([])
  expect(screen.getByRole('alert').textContent).toContain(sentence)
  expect(field().value).toBe(text)
})

it('counts characters only near the limit', () => {
  render(<Composer {...base} action={openAction().action} />)
  type('x'.repeat(17_999))
  expect(screen.queryByText(/\/ 20,000/)).toBeNull()
  type('x'.repeat(18_000))
  expect(screen.getByText('18,000 / 20,000')).toBeTruthy()
})

it('keeps a draft per conversation over a reload', () => {
  const { unmount } = render(<Composer {...base} action={openAction().action} conversationId="cnv_1" />)
  type('Half a thought')
  unmount()
  render(<Composer {...base} action={openAction().action} conversationId="cnv_1" />)
  expect(field().value).toBe('Half a thought')
  cleanup()
  render(<Composer {...base} action={openAction().action} conversationId="cnv_2" />)
  expect(field().value).toBe('')
})

it('fills the box with an example and leaves its link to browsers without JavaScript', () => {
  render(<Composer {...base} action={openAction().action} examples={['Is tea better?']} />)
  const link = screen.getByRole('link', { name: 'Is tea better?' })
  expect(link.getAttribute('href')).toBe('/?q=Is%20tea%20better%3F')
  fireEvent.click(link)
  expect(field().value).toBe('Is tea better?')
})

it('is complete as plain HTML: the given text, the error, every field, nothing disabled', () => {
  const initial = { error: 'Try again.', field: null, question: 'Given <text>' }
  document.body.innerHTML = renderToString(<Composer {...base} action={openAction().action} initial={initial} />)
  const form = new FormData(document.querySelector('form') as HTMLFormElement)
  expect(Object.fromEntries(form)).toMatchObject({
    question: 'Given <text>',
    council: 'standard',
    model: 'demo/archivist',
    idempotencyKey: 'key-1',
  })
  expect(document.querySelector(':disabled')).toBeNull()
  expect(document.querySelector('[role=alert]')?.textContent).toBe('Try again.')
  document.body.innerHTML = ''
})

const LONG = Array.from({ length: 60 }, (_, line) => `Line ${line + 1} of a log`).join('\n')
const paste = (text: string) =>
  fireEvent.paste(field(), { clipboardData: { getData: () => text } as unknown as DataTransfer })

it('keeps a long pasted text beside the box, and sends it with the question in a fence', async () => {
  const { action, sent } = openAction()
  render(<Composer {...base} action={action} />)
  expect(paste('short')).toBe(true)
  expect(paste(LONG)).toBe(false)
  expect(field().value).toBe('')
  expect(screen.getByRole('list', { name: 'Pasted texts' }).textContent).toContain(
    'Line 1 of a log1,010 characters, 60 lines',
  )
  type('What went wrong?')
  fireEvent.change(screen.getByLabelText('Pasted text 1'), { target: { value: 'Only this line' } })
  await enter()
  expect(sent).toMatchObject([{ question: 'What went wrong?\n\n```pasted\nOnly this line\n```' }])
  expect(readDraft('new')).toMatchObject({ text: 'What went wrong?', pieces: [{ text: 'Only this line' }] })
})

it('takes a pasted text away, or puts it into the box', () => {
  render(<Composer {...base} action={openAction().action} />)
  paste(LONG)
  paste('y'.repeat(2_001))
  fireEvent.click(screen.getByRole('button', { name: 'Remove pasted text 1' }))
  fireEvent.click(screen.getByRole('button', { name: 'Put into the box' }))
  expect(field().value).toBe('y'.repeat(2_001))
  expect(screen.queryByRole('list', { name: 'Pasted texts' })).toBeNull()
})

it('counts what was pasted to the limit', async () => {
  const { action, sent } = openAction()
  render(<Composer {...base} action={action} />)
  type('Why?')
  paste('z'.repeat(QUESTION_MAX))
  expect(screen.getByText(/20,\d+ \/ 20,000/)).toBeTruthy()
  await enter()
  expect(sent).toEqual([])
  expect(screen.getByRole('alert').textContent).toContain('at most 20,000 characters')
})

it('shows markdown as its page will, and comes back to the text with Escape', async () => {
  render(<Composer {...base} action={openAction().action} />)
  expect(screen.queryByRole('button', { name: 'Preview' })).toBeNull()
  type('Which one?\n\n- **this**\n- that')
  fireEvent.click(screen.getByRole('button', { name: 'Preview' }))
  const preview = await screen.findByRole('region', { name: 'Preview' })
  await waitFor(() => expect(preview.querySelector('li strong')?.textContent).toBe('this'))
  fireEvent.keyDown(preview, { key: 'Escape' })
  expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull()
  expect(document.activeElement).toBe(field())
  expect(field().value).toBe('Which one?\n\n- **this**\n- that')
})
