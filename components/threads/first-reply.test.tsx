import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { StartRun } from '@/lib/client/api.ts'
import { ApiProblem } from '@/lib/client/api-problem.ts'
import { notedApi } from '../conversations/api.fixture.ts'
import { NOTHING_ASKED } from '../conversations/ask-form.ts'
import { readDraft } from '../conversations/drafts.ts'
import { navigation } from '../conversations/navigation.fixture.tsx'
import { OFFER } from '../councils/choices.fixture.ts'
import { NOTHING_KEPT } from '../councils/council-form.ts'
import { FirstReply } from './first-reply.tsx'

beforeEach(() => sessionStorage.clear())
afterEach(cleanup)

const MESSAGE = { runId: 'run_1', seat: 's2' }

function show(answer: { id: string; conversationId: string } | ApiProblem) {
  const sent: StartRun[] = []
  const { client } = notedApi({
    startRun: async (input) => {
      sent.push(input)
      if (answer instanceof ApiProblem) throw answer
      return answer
    },
  })
  const page = navigation('/c/cnv_1')
  render(
    <FirstReply
      {...OFFER}
      action={async () => NOTHING_ASKED}
      keepCouncil={async () => NOTHING_KEPT}
      idempotencyKey="form-key"
      conversationId="cnv_1"
      message={MESSAGE}
      defaultCouncil="single"
      defaultModel="demo/teacher"
      client={client}
    />,
    { wrapper: page.wrapper },
  )
  return { told: page.told, sent }
}

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Your question')
const ask = (question: string) =>
  act(async () => {
    fireEvent.change(field(), { target: { value: question } })
    fireEvent.keyDown(field(), { key: 'Enter' })
  })

it('asks the writer of the message in a thread about it, and goes to the address of the thread', async () => {
  const { told, sent } = show({ id: 'run_2', conversationId: 'cnv_t' })
  await ask('Say that shorter')
  expect(sent).toMatchObject([
    { question: 'Say that shorter', council: 'single', model: 'demo/teacher', thread: MESSAGE },
  ])
  expect(sent[0]).not.toHaveProperty('conversationId')
  expect(told).toEqual(['replace /c/cnv_1?thread=cnv_t'])
  await waitFor(() => expect(field().value).toBe(''))
})

it('keeps a reply that was not taken, apart from the question of a new conversation', async () => {
  const { told } = show(new ApiProblem({ code: 'QUOTA_EXCEEDED', message: 'They are used up.', status: 429 }))
  await ask('One too many')
  expect(screen.getByRole('alert').textContent).toBe('They are used up.')
  expect(field().value).toBe('One too many')
  expect(readDraft('reply run_1 s2')?.text).toBe('One too many')
  expect(readDraft('new')).toBeNull()
  expect(told).toEqual([])
})
