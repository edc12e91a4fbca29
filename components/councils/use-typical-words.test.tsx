import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useTypicalWords } from './use-typical-words.ts'

it.each([
  [9_400, 'free', '0', '≈ 9 s · free'],
  [120, 'free', '0', '≈ 1 s · free'],
  [185_000, 'priced', '42000000000', '≈ 3 min 5 s · ≈ $0.04'],
  [null, 'priced', '3100000000', 'time unknown · ≈ $0.0031'],
  [40_000, 'unpriced', null, '≈ 40 s · cost unknown'],
  [null, 'unpriced', null, 'time and cost unknown'],
] as const)('says what a question takes, and what is not known: %s ms, %s', (durationMs, status, picoUsd, words) => {
  const typicalWords = renderHook(useTypicalWords).result.current
  expect(typicalWords({ durationMs, cost: { status, picoUsd, estimated: true } })).toBe(words)
})
