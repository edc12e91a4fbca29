import { describe, expect, it } from 'vitest'
import { branchEnds, newestEnd, pathTo, shownPath } from './path.ts'
import type { TurnRuns } from './types.ts'

function turn(id: string, parentRunId: string | null, runs: string[]): TurnRuns {
  const ended = runs.map((run) => ({ id: run, status: 'completed' as const, createdAt: 0 }))
  return { id, parentRunId, question: `question of ${id}`, createdAt: 0, runs: ended }
}

/** t1 was answered twice; t2 follows the first answer, t3 is an edit of t2, t4 follows the second answer of t1. */
const turns = [
  turn('t1', null, ['r1', 'r1b']),
  turn('t2', 'r1', ['r2']),
  turn('t3', 'r1', ['r3']),
  turn('t4', 'r1b', ['r4']),
]
const ids = (path: ReturnType<typeof pathTo>) => path.map((step) => step.run.id)

describe('the path of a conversation', () => {
  it('leads from the first question to the run that was last shown', () => {
    expect(ids(shownPath({ turns, activeRunId: 'r2' }))).toEqual(['r1', 'r2'])
    expect(ids(shownPath({ turns, activeRunId: 'r4' }))).toEqual(['r1b', 'r4'])
  })

  it('is that of the newest run where none, or none that is there, was last shown', () => {
    expect(ids(shownPath({ turns, activeRunId: null }))).toEqual(['r1b', 'r4'])
    expect(ids(shownPath({ turns, activeRunId: 'gone' }))).toEqual(['r1b', 'r4'])
    expect(shownPath({ turns: [], activeRunId: null })).toEqual([])
  })

  it('names the questions that were asked at the same place, and no others', () => {
    const [first, second] = pathTo(turns, 'r3')
    expect(first?.versions.map((it) => it.id)).toEqual(['t1'])
    expect(second?.versions.map((it) => it.id)).toEqual(['t2', 't3'])
  })

  it('goes on from a chosen run to the newest follow-up below it', () => {
    expect(newestEnd(turns, 'r1')).toBe('r3')
    expect(newestEnd(turns, 'r1b')).toBe('r4')
    expect(newestEnd(turns, 'r2')).toBe('r2')
  })

  it('ends at every run that nothing was asked on', () => {
    expect(branchEnds(turns).map((run) => run.id)).toEqual(['r2', 'r3', 'r4'])
  })

  it('does not go round in circles over a broken store', () => {
    expect(ids(pathTo([turn('a', 'rb', ['ra']), turn('b', 'ra', ['rb'])], 'ra'))).toEqual(['rb', 'ra'])
  })
})
