import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pooledConcordance } from './concordance.ts'
import type { Row } from './rows.ts'

const ANSWERS = 4

const anyRow: fc.Arbitrary<Row> = fc
  .tuple(fc.subarray([0, 1, 2, 3]), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }))
  .map(([answers, ranks]) => ({ answers, ranks: Int32Array.from(answers, (answer) => ranks[answer]!) }))

/** The definition, judge pair by judge pair: [judgements, concordant minus discordant]. */
function byDefinition(rows: Row[]): [number, number] {
  const gap = (row: Row, a: number, b: number) =>
    row.answers.includes(a) && row.answers.includes(b)
      ? Math.sign(row.ranks[row.answers.indexOf(b)]! - row.ranks[row.answers.indexOf(a)]!)
      : null
  let judgements = 0
  let balance = 0
  for (let j = 0; j < rows.length; j++)
    for (let k = j + 1; k < rows.length; k++)
      for (let a = 0; a < ANSWERS; a++)
        for (let b = a + 1; b < ANSWERS; b++) {
          const [one, other] = [gap(rows[j]!, a, b), gap(rows[k]!, a, b)]
          if (one === null || other === null) continue
          judgements++
          balance += one * other
        }
  return [judgements, balance]
}

describe('pooledConcordance', () => {
  it('equals its definition over judge pairs and jointly ranked answer pairs', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 5 }), (rows) => {
        const pooled = pooledConcordance(rows, ANSWERS)
        const [judgements, balance] = byDefinition(rows)
        expect(pooled.judgements).toBe(judgements)
        expect(pooled.balance(rows)).toBeCloseTo(balance, 12)
      }),
    )
  })

  it('knows which judges share a pair of answers with another', () => {
    const row = (...answers: number[]): Row => ({ answers, ranks: Int32Array.from(answers) })
    const rows = [row(0, 1), row(0, 1, 2), row(2, 3), row(1)]
    expect(rows.map(pooledConcordance(rows, ANSWERS).isShared)).toEqual([true, true, false, false])
  })
})
