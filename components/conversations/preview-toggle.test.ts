import { expect, it } from 'vitest'
import { hasMarkdown } from './preview-toggle.tsx'

it.each([
  ['- a list', true],
  ['Compare:\n1. tea\n2. coffee', true],
  ['Why does `x` fail?', true],
  ['This is **important**', true],
  ['See [this](https://example.org)', true],
  ['First.\n\nSecond.', true],
  ['| a | b |', true],
  ['Why is the sky blue?', false],
  ['Two lines\nof one thought', false],
  ['2 * 3 * 4 and a_b_c, #1 and -5', false],
  ['', false],
])('sees in %j whether it would be shown differently: %j', (text, expected) => {
  expect(hasMarkdown(text)).toBe(expected)
})
