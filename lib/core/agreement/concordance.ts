import type { Row } from './rows.ts'

/**
 * Prepares the pooled concordance of judges: `judgements` is the number of judge pairs × answer pairs that both ranked;
 * `balance(rows)` is concordant minus discordant ones, a tie on either side counting nothing. With s = sum of signs and
 * k = number of signs at an answer pair its balance is (s² - k) / 2, so judges need not be paired one by one.
 */
export function pooledConcordance(rows: readonly Row[], answers: number) {
  const signs = new Int32Array(answers * answers)
  const ranked = new Int32Array(answers * answers)
  for (const row of rows) eachPair(row, answers, (pair) => ranked[pair]!++)
  return {
    judgements: ranked.reduce((sum, judges) => sum + (judges * (judges - 1)) / 2, 0),
    /** True when a judge shares a pair of answers with another one. */
    isShared: (row: Row): boolean => {
      let shared = false
      eachPair(row, answers, (pair) => {
        shared ||= ranked[pair]! > 1
      })
      return shared
    },
    balance: (current: readonly Row[]): number => balanceOf(current, answers, signs),
  }
}

function eachPair(row: Row, answers: number, visit: (pair: number) => void): void {
  for (let i = 0; i < row.answers.length; i++) {
    for (let j = i + 1; j < row.answers.length; j++) visit(row.answers[i]! * answers + row.answers[j]!)
  }
}

/** Runs ten thousand times in a test, hence without closures or allocation; `signs` is scratch space. */
function balanceOf(rows: readonly Row[], answers: number, signs: Int32Array): number {
  signs.fill(0)
  let unlike = 0
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    const size = row.answers.length
    for (let i = 0; i < size; i++) {
      const offset = row.answers[i]! * answers
      const rank = row.ranks[i]!
      for (let j = i + 1; j < size; j++) {
        const gap = row.ranks[j]! - rank
        if (gap === 0) continue
        unlike++
        const pair = offset + row.answers[j]!
        signs[pair] = signs[pair]! + (gap > 0 ? 1 : -1)
      }
    }
  }
  let squares = 0
  for (let pair = 0; pair < signs.length; pair++) squares += signs[pair]! * signs[pair]!
  return (squares - unlike) / 2
}
