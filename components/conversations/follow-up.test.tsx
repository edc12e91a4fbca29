import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AcceptedRun, Api, StartRun } from '@/lib/client/api.ts'
import { ApiProblem } from '@/lib/client/api-problem.ts'
import { OFFER } from '../councils/choices.fixture.ts'
import { NOTHING_KEPT } from '../councils/council-form.ts'
import { notedApi } from './api.fixture.ts'
import { NOTHING_ASKED } from './ask-form.ts'
import { readDraft } from './drafts.ts'
import { FollowUp, type FollowUpProps } from './follow-up.tsx'
import { navigation } from './navigation.fixture.tsx'

const base: Omit<FollowUpProps, 'client'> = {
  conversationId: 'cnv_1',
  action: async () => NOTHING_ASKED,
  idempotencyKey: 'form-key',
  ...OFFER,
  keepCouncil: async () => NOTHING_KEPT,
  defaultCouncil: 'quick',
  pulse: { newest: { runId: 'run_0', turnId: 'trn_0', status: 'completed' }, liveRunId: null },
}

/** An API that answers each question as the test says, and what it was sent. */
function asking(...answers: (AcceptedRun | ApiProblem)[]) {
  const sent: StartRun[] = []
  const startRun: Api['startRun'] = async (input) => {
    sent.push(input)
    const answer = answers[sent.length - 1] ?? { id: `run_${sent.length}`, conversationId: 'cnv_1' }
    if (answer instanceof ApiProblem) throw answer
    return answer
  }
  return { sent, client: notedApi({ startRun }).client }
}

function show(client: Api, props: Partial<FollowUpProps> = {}) {
  const page = navigation('/c/cnv_1')
  render(<FollowUp {...base} {...props} client={client} />, { wrapper: page.wrapper })
  return page
}

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Your question')
const ask = (question: string) =>
  act(async () => {
    fireEvent.change(field(), { target: { value: question } })
    fireEvent.keyDown(field(), { key: 'Enter' })
  })

const refused = new ApiProblem({ code: 'QUOTA_EXCEEDED', message: 'They are used up.', status: 429 })

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})
afterEach(cleanup)

it('asks over the API, stays on the page, reads it again and empties the box', async () => {
  const { client, sent } = asking()
  const { told } = show(client)
  await ask('And for a freelancer?')
  expect(sent).toMatchObject([{ question: 'And for a freelancer?', council: 'quick', conversationId: 'cnv_1' }])
  expect(sent[0]?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/)
  expect(told).toEqual(['refresh'])
  await waitFor(() => expect(field().value).toBe(''))
  expect(readDraft('cnv_1')?.text).toBe('')
})

it('keeps the text and says why a question was not taken', async () => {
  const { client } = asking(refused)
  const { told } = show(client)
  await ask('One too many')
  expect(screen.getByRole('alert').textContent).toBe('They are used up.')
  expect(field().value).toBe('One too many')
  expect(told).toEqual([])
})

it('repeats a question that was not taken under its first key, and asks an edited or a new one under another', async () => {
  const { client, sent } = asking(refused, refused)
  show(client)
  await ask('First')
  await ask('First, edited')
  await ask('First, edited')
  await ask('First, edited')
  const keys = sent.map(({ idempotencyKey }) => idempotencyKey)
  expect(keys[1]).not.toBe(keys[0])
  expect(keys[2]).toBe(keys[1])
  expect(keys[3]).not.toBe(keys[2])
})

const live = { newest: { runId: 'run_0', turnId: 'trn_0', status: 'running' }, liveRunId: 'run_0' } as const
const ended = (status: 'completed' | 'failed' | 'cancelled') =>
  ({ newest: { runId: 'run_0', turnId: 'trn_0', status }, liveRunId: null }) as const
const next = () => {
  const list = screen.getByRole('list', { name: 'Next questions' })
  return list.childElementCount === 0 ? null : list
}
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))

/** The composer of a conversation that goes on as the test says. */
function conversation(client: Api) {
  const page = navigation('/c/cnv_1')
  const tab = render(<FollowUp {...base} pulse={live} client={client} />, { wrapper: page.wrapper })
  const goOn = (pulse: FollowUpProps['pulse']) =>
    act(async () => tab.rerender(<FollowUp {...base} pulse={pulse} client={client} />))
  return { ...page, ...tab, goOn }
}

it('keeps a question while something runs, and asks it when that is completed, with what was chosen', async () => {
  const { client, sent } = asking({ id: 'run_7', conversationId: 'cnv_1' })
  const { goOn, told } = conversation(client)
  await ask('And then?')
  expect(sent).toEqual([])
  expect(next()?.textContent).toContain('And then?')
  expect(field().value).toBe('')
  await goOn(ended('completed'))
  expect(sent).toMatchObject([{ question: 'And then?', council: 'quick', conversationId: 'cnv_1' }])
  expect(told).toContain('refresh')
  await goOn({ newest: { runId: 'run_7', turnId: 'trn_7', status: 'running' }, liveRunId: 'run_7' })
  expect(next()).toBeNull()
})

it.each([
  ['failed', 'The answer before failed.'],
  ['cancelled', 'The answer before was stopped.'],
] as const)('waits after a run that was %s, says so, and goes out by hand', async (status, why) => {
  const { client, sent } = asking()
  const { goOn } = conversation(client)
  await ask('And then?')
  await goOn(ended(status))
  expect(sent).toEqual([])
  expect(next()?.textContent).toContain(why)
  await press('Send now')
  expect(sent).toHaveLength(1)
})

it('keeps what waits over a reload, and sends it under the key it got when it was queued', async () => {
  const first = asking()
  const tab = conversation(first.client)
  await ask('And then?')
  const [{ key }] = JSON.parse(localStorage.getItem('queue:cnv_1') ?? '[]')
  tab.unmount()
  const second = asking(new ApiProblem({ code: 'UNAVAILABLE', message: 'Not now.', status: 503 }))
  const { goOn } = conversation(second.client)
  expect(next()?.textContent).toContain('And then?')
  await goOn(ended('completed'))
  expect(next()?.textContent).toContain('Not now.')
  await press('Send now')
  expect(second.sent.map(({ idempotencyKey }) => idempotencyKey)).toEqual([key, key])
})

it('interrupts: stops what runs and asks at once', async () => {
  const { sent, client } = asking()
  const stopped: string[] = []
  const { goOn } = conversation({ ...client, cancelRun: async ({ runId }) => void stopped.push(runId) })
  await ask('Forget that. What about this?')
  await press('Interrupt')
  expect(stopped).toEqual(['run_0'])
  expect(next()?.textContent).toContain('Stopping what runs…')
  await goOn(ended('cancelled'))
  expect(sent).toMatchObject([{ question: 'Forget that. What about this?' }])
})

it('brings the last question that waits back into the box with the arrow up', async () => {
  const { client, sent } = asking()
  const { goOn } = conversation(client)
  await ask('One')
  await ask('Two')
  fireEvent.keyDown(field(), { key: 'ArrowUp' })
  await waitFor(() => expect(field().value).toBe('Two'))
  fireEvent.keyDown(field(), { key: 'ArrowUp' })
  expect(next()?.textContent).toContain('One')
  await goOn(ended('completed'))
  expect(sent).toMatchObject([{ question: 'One' }])
})

it('edits and takes back what waits, and loses nothing that stands in the box', async () => {
  const { client, sent } = asking()
  const { goOn } = conversation(client)
  await ask('One')
  await ask('Two')
  fireEvent.change(field(), { target: { value: 'Three' } })
  await act(async () =>
    fireEvent.click(screen.getAllByRole('button', { name: 'Edit the next question' })[0] as Element),
  )
  expect(field().value).toBe('One\n\nThree')
  await press('Do not ask the next question')
  expect(next()).toBeNull()
  await goOn(ended('completed'))
  expect(sent).toEqual([])
})

it('does not ask by itself what has waited for longer than half an hour', async () => {
  const { client, sent } = asking()
  const { goOn } = conversation(client)
  await ask('Yesterday?')
  const kept = JSON.parse(localStorage.getItem('queue:cnv_1') ?? '[]')
  localStorage.setItem('queue:cnv_1', JSON.stringify([{ ...kept[0], queuedAt: kept[0].queuedAt - 31 * 60_000 }]))
  await goOn(ended('completed'))
  expect(sent).toEqual([])
  expect(next()?.textContent).toContain('It waited here while you were away.')
})

it('reads the page again when another tab has asked', async () => {
  const { told } = conversation(asking().client)
  await act(async () => window.dispatchEvent(new StorageEvent('storage', { key: 'queue:cnv_1' })))
  expect(told).toEqual(['refresh'])
})
