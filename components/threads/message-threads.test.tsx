import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { RUN_FIXTURES } from '../runs/fixtures.ts'
import { RunView } from '../runs/run-view.tsx'
import type { Siblings, TurnTools } from '../runs/turn-tools.ts'
import type { ThreadMark } from './address.ts'
import { MessagesOfRun, ThreadsProvider } from './message-threads.tsx'

afterEach(cleanup)

const run = RUN_FIXTURES.completed()
const mark = (changes: Partial<ThreadMark>): ThreadMark => ({
  ...{ id: 'cnv_t1', title: 'A detail', runId: run.id, seat: null, questions: 1 },
  ...changes,
})

const INERT: RunActions = { stop() {}, continueFrom() {}, retrySeat() {}, take() {}, pending: null, problem: null }
const ALONE: Siblings = { index: 1, total: 1, previous: null, next: null }
const TOOLS: TurnTools = { versions: ALONE, runs: ALONE, chairmen: [], show: async () => {} }

function show(state: keyof typeof RUN_FIXTURES, marks: ThreadMark[] = []) {
  const shown = RUN_FIXTURES[state]()
  render(
    <ThreadsProvider conversationId="cnv_1" marks={marks} open={null}>
      <MessagesOfRun runId={shown.id}>
        <RunView run={shown} connection="ended" actions={INERT} tools={TOOLS} />
      </MessagesOfRun>
    </ThreadsProvider>,
  )
}

const link = (name: string) => screen.getByRole('link', { name, hidden: true }).getAttribute('href')
const names = () => screen.queryAllByRole('link', { name: /Reply/, hidden: true }).map((it) => it.textContent)

it('offers a reply to the verdict and to each member, under an address of its own', () => {
  show('completed')
  expect(names()).toHaveLength(1 + run.plan.members.length)
  expect(link('Reply to the verdict')).toBe(`/c/cnv_1?reply=${run.id}`)
  expect(link('Reply to Archivist’s answer')).toBe(`/c/cnv_1?reply=${run.id}&seat=s1`)
})

it('offers it for what is whole only', () => {
  show('answering')
  expect(names()).toEqual([])
  cleanup()
  show('verdict')
  expect(names()).not.toContain('Reply to the verdict')
})

it('says how many replies there are, at the message they are about, and leads to the newest thread', () => {
  show('completed', [
    mark({ questions: 2 }),
    mark({ id: 'cnv_t2' }),
    mark({ id: 'cnv_t3', seat: 's1' }),
    mark({ id: 'cnv_t4', runId: 'run_other', seat: 's2' }),
  ])
  expect(link('3 replies in 2 threads to the verdict')).toBe('/c/cnv_1?thread=cnv_t2')
  expect(link('1 reply to Archivist’s answer')).toBe('/c/cnv_1?thread=cnv_t3')
  expect(screen.queryByRole('link', { name: /\d (reply|replies) to Skeptic/, hidden: true })).toBeNull()
})

it('is not there where runs are only shown', () => {
  render(<RunView run={run} connection="ended" actions={null} />)
  expect(names()).toEqual([])
})
