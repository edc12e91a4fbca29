import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { hasEnded } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import {
  RUN_FIXTURES,
  RUN_STATES,
  type RunStateName,
  runWithReviewersApart,
  runWithStandIn,
  singleRun,
} from './fixtures.ts'
import { preloadStreaming } from './run-text.tsx'
import { RunView } from './run-view.tsx'

beforeAll(preloadStreaming)
afterEach(cleanup)

function actionsThatRecord() {
  const calls: string[] = []
  const actions: RunActions = {
    stop: () => void calls.push('stop'),
    continueFrom: (from) => void calls.push(from),
    retrySeat: (stage, seat) => void calls.push(`retry ${stage} ${seat}`),
    take: (seat) => void calls.push(`take ${seat}`),
    pending: null,
    problem: null,
  }
  return { calls, actions }
}

function view(run: RunState, actions: RunActions | null) {
  return <RunView run={run} connection={hasEnded(run) ? 'ended' : 'live'} actions={actions} />
}

function show(state: RunStateName | RunState) {
  const { calls, actions } = actionsThatRecord()
  const run = typeof state === 'string' ? RUN_FIXTURES[state]() : state
  const page = render(view(run, actions))
  const goOn = (next: RunStateName) => page.rerender(view(RUN_FIXTURES[next](), actions))
  return { ...page, calls, run, goOn }
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const noButton = (name: string | RegExp) => expect(screen.queryByRole('button', { name })).toBeNull()

describe('run view', () => {
  it.each(RUN_STATES)('shows the question as a heading and needs no style attribute when %s', (state) => {
    const run = RUN_FIXTURES[state]()
    const html = renderToStaticMarkup(view(run, actionsThatRecord().actions))
    expect(html).toContain(`>${run.question}</h2>`)
    expect(html).not.toContain('style=')
  })

  it('has the first paragraph of a question as its heading, the rest as markdown, and what was pasted folded', () => {
    show({ ...RUN_FIXTURES.completed(), question: 'Which one?\n\n- **this**\n- that\n\n```pasted\nA long log\n```' })
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Which one?')
    expect(screen.getByText('this').tagName).toBe('STRONG')
    const pasted = within(screen.getByRole('list', { name: 'Pasted texts' })).getByRole('group') as HTMLDetailsElement
    expect(pasted.open).toBe(false)
    expect(pasted.querySelector('p')?.textContent).toBe('A long log')
  })

  it('shows who really answered, in whose place, and says why above the answer', () => {
    show(runWithStandIn())
    const notice = screen.getByRole('group', { name: 'Not of full quality' })
    expect(notice.textContent).toContain('This answer was not made quite as it was asked for.')
    expect(notice.textContent).toContain('Skeptic answered with an error. Yew took its place.')
    const [head, answer] = [...screen.getByRole('group', { name: 'Verdict' }).children]
    expect(head?.textContent).toContain('Skeptic answered with an error. Yew took its place.')
    expect(answer?.textContent).not.toContain('took its place')
    expect(screen.getAllByText('Y').length).toBeGreaterThan(0)
    expect(screen.queryByText('S')).toBeNull()
    expect(screen.getAllByText('Yew').length).toBeGreaterThan(0)
    expect(screen.getAllByText('in place of Skeptic').length).toBeGreaterThan(0)
    expect(screen.queryByText('Skeptic')).toBeNull()
    fireEvent.click(within(screen.getByRole('group', { name: 'Receipt' })).getByRole('button'))
    expect(screen.getAllByText('other/yew').length).toBeGreaterThan(0)
  })

  it('keeps one slot for place-holder and answer', () => {
    const { goOn } = show('waiting')
    const slot = screen.getByRole('group', { name: 'Verdict' })
    expect(slot.textContent).toContain('Four members are answering')
    goOn('verdict')
    expect(screen.getByRole('group', { name: 'Verdict' })).toBe(slot)
    expect(slot.textContent).toContain('A relational database')
    goOn('completed')
    expect(screen.getByRole('group', { name: 'Verdict' })).toBe(slot)
  })

  it('says of every built-in model that it is an offline demo, not a language model', () => {
    const { container } = show('answering')
    const said = container.textContent?.match(/offline demo, not a language model/g) ?? []
    expect(said).toHaveLength(5)
  })

  it('shows what each member has written so far, and how much', () => {
    show('answering')
    const pane = screen.getByRole('group', { name: 'Answer of Skeptic' })
    expect(pane.textContent).toContain('I have reservations')
    expect(screen.getByText(/^Writing, 48 words$/)).toBeDefined()
  })

  it('keeps ballots sealed while they are written', () => {
    show('reviewing')
    const ballots = within(screen.getByRole('group', { name: 'Ballots' }))
    expect(ballots.getByRole('heading').textContent).toContain('sealed')
    expect(ballots.queryByRole('table')).toBeNull()
    expect(ballots.getAllByText(/characters|reading|sealed$/).length).toBeGreaterThan(1)
  })

  it('folds the members and leaves the screen to the verdict when it starts', () => {
    const { goOn } = show('reviewing')
    goOn('verdict')
    expect(screen.queryByRole('group', { name: 'Answer of Skeptic' })).toBeNull()
    expect(button(/^Show the answers and ballots/)).toBeDefined()
  })

  it('does not fold under a reader, and offers the verdict instead', () => {
    const { goOn } = show('reviewing')
    const pane = screen.getByRole('group', { name: 'Answer of Skeptic' })
    fireEvent.pointerDown(pane)
    goOn('completed')
    expect(screen.getByRole('group', { name: 'Answer of Skeptic' })).toBe(pane)
    fireEvent.click(button('Read it now'))
    expect(screen.getByRole('group', { name: 'Verdict' }).textContent).toContain('A relational database')
  })

  it('opens a member to the whole answer, in HTML that needs no JavaScript', () => {
    document.body.innerHTML = renderToStaticMarkup(view(RUN_FIXTURES.completed(), null))
    const line = [...document.querySelectorAll('details')].find(({ textContent }) => textContent?.includes('Archivist'))
    expect(line?.open).toBe(false)
    expect(line?.querySelector('summary')?.textContent).not.toContain('Two families')
    line?.querySelector('summary')?.click()
    expect(line?.open).toBe(true)
    expect(line?.textContent).toContain('Two families')
    document.body.innerHTML = ''
  })

  it('names answers and ranks once ballots are counted, with no vote on one’s own answer', () => {
    show('completed')
    const matrix = within(screen.getByRole('group', { name: 'Ballots, answers by reviewers' }))
    const rows = matrix.getAllByRole('row').map((row) => row.textContent)
    expect(rows[1]).toContain('Analyst')
    expect(rows[1]).toContain('own answer')
    expect(rows[1]).toContain('1.00')
    expect(screen.getByText('Judges mostly agree, 4 ballots, too few to be sure.')).toBeDefined()
  })

  it('has a column of ranks for a reviewer who did not answer, with a vote on every answer, and no row', () => {
    const { run } = show(runWithReviewersApart())
    const matrix = within(screen.getByRole('group', { name: 'Ballots, answers by reviewers' }))
    const heads = matrix.getAllByRole('columnheader').map((head) => head.textContent)
    expect(heads.slice(1, 3)).toEqual(['ElBallot of Elm', 'FBallot of Fir'])
    const rows = matrix.getAllByRole('rowheader').map((row) => row.textContent)
    expect(rows).toHaveLength(run.plan.members.length)
    expect(rows.join()).not.toMatch(/Elm|Fir/)
    const ranks = (column: number) =>
      matrix.getAllByRole('rowheader').map((head) => head.parentElement?.children[column]?.textContent)
    const all = run.plan.members.map((_, i) => `${i + 1}`)
    expect([ranks(1).toSorted(), ranks(2).toSorted()]).toEqual([all, all])
    expect(matrix.queryByText('own answer')).toBeNull()
    expect(screen.getByRole('group', { name: 'Members' }).textContent).not.toMatch(/Elm|Fir/)
  })

  it('shows the reasons behind a rank on demand', () => {
    show('completed')
    const row = screen.getByRole('button', { name: /1\s*Analyst/ })
    expect(row.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(row)
    expect(row.getAttribute('aria-expanded')).toBe('true')
    expect(document.getElementById(row.getAttribute('aria-controls') ?? '')?.textContent).toMatch(/accuracy \d/)
  })

  it('strikes a ballot that does not count and says why', () => {
    show('degraded')
    expect(screen.getByText('Ballot of Teacher, does not count')).toBeDefined()
    expect(screen.getByText(/The ballot of Teacher does not count:/)).toBeDefined()
  })

  it('says what a degraded answer lacks, and asks again whoever failed', () => {
    const { calls } = show('degraded')
    const notice = screen.getByRole('group', { name: 'Not of full quality' })
    expect(notice.textContent).toContain('Skeptic sent nothing for 60 s.')
    fireEvent.click(within(notice).getByRole('button', { name: 'Retry' }))
    expect(calls).toEqual(['failed_seats'])
  })

  it('stops a live run, and only a live one', () => {
    const { calls, goOn } = show('answering')
    fireEvent.click(button('Stop'))
    expect(calls).toEqual(['stop'])
    goOn('completed')
    noButton('Stop')
  })

  it('keeps what was written when stopped, and writes the answer from it', () => {
    const { calls } = show('stopped')
    expect(screen.getByRole('group', { name: 'Answer of Archivist' }).textContent).toContain('How to choose')
    expect(screen.getAllByText(/^Stopped, \d+ words kept$/).length).toBeGreaterThan(0)
    fireEvent.click(button('Write the answer from what we have'))
    expect(calls).toEqual(['what_is_there'])
  })

  it('offers a retry beside every failure when nobody answered', () => {
    show('failed')
    expect(screen.getByRole('group', { name: 'The run has failed' }).textContent).toContain('could not be reached')
    expect(screen.getAllByRole('button', { name: 'Retry' })).toHaveLength(5)
  })

  it('opens the receipt to every call', () => {
    const { run } = show('completed')
    fireEvent.click(button(/tokens · free/))
    const rows = within(screen.getByRole('group', { name: 'Calls of this run' })).getAllByRole('row')
    expect(rows).toHaveLength(run.calls.length + 1)
  })

  it('never shows an unknown price as nothing', () => {
    const run = RUN_FIXTURES.completed()
    const priced = { status: 'priced', picoUsd: '12300000000', estimated: false } as const
    const unpriced = { status: 'unpriced', picoUsd: null, estimated: false } as const
    show({ ...run, calls: run.calls.map((call, index) => ({ ...call, cost: index === 0 ? unpriced : priced })) })
    fireEvent.click(button(/≥ \$0\.098, 1 unpriced/))
    expect(screen.getByRole('group', { name: 'Calls of this run' }).textContent).toContain('unknown')
  })

  it('says once that a run has ended, and nothing of a run that had ended before', () => {
    const { goOn } = show('verdict')
    expect(screen.getByRole('status').textContent).toBe('')
    goOn('completed')
    expect(screen.getByRole('status').textContent).toBe('The answer is ready.')
    cleanup()
    show('completed')
    expect(screen.getByRole('status').textContent).toBe('')
  })

  it('shows only answer and receipt for a single model', () => {
    show(singleRun())
    expect(screen.getByRole('group', { name: 'Answer' }).textContent).toContain('A relational database')
    expect(button(/tokens/)).toBeDefined()
    expect(screen.queryByRole('group', { name: 'Members' })).toBeNull()
    expect(screen.queryByRole('group', { name: 'Ballots' })).toBeNull()
  })

  it('offers nothing to press where there are no actions', () => {
    render(view(RUN_FIXTURES.stopped(), null))
    noButton(/Write|Retry|Stop/)
  })
})
