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
  expect(readDraft('cnv_1')).toBe('')
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
