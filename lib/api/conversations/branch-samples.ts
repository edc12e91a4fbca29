import { sampleState } from '../runs/samples.ts'
import { toBranch, toMessages, toThread } from './branch-resource.ts'

const { id: runId, turnId, question, createdAt, status } = sampleState
const run = { id: runId, status, createdAt }
const turn = { id: turnId, parentRunId: null, question, createdAt, runs: [run] }

export const sampleBranches = { data: [toBranch({ runId, turnId, question, createdAt, turns: 1, isShown: true })] }

export const sampleThreads = {
  data: [
    toThread(
      {
        ...{ id: 'cnv_06fd0z5m9b7k1r3s5t7v9x1z3g', title: 'Which one first?', runId, seat: 's1' },
        ...{ createdAt: createdAt + 60_000, questions: 1 },
      },
      { appUrl: null },
    ),
  ],
}

export const sampleMessages = {
  data: toMessages({ turn, run, versions: [turn], state: sampleState }),
  has_more: false,
  next_after: null,
}
