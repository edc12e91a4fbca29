import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { preloadParts } from '../../components/markdown/growing-parts.tsx'
import { StreamingMarkdown } from '../../components/markdown/streaming-markdown.tsx'
import { longAnswer } from './long-answer.ts'

const CHARS = 60_000
/** What a frame of 50 ms brings at some 600 characters a second. */
const STEP = 30
const ROUNDS = 9

/** User time that showing each tenth of a growing answer takes, in milliseconds. */
function tenths(text: string): number[] {
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  const spent = Array.from({ length: 10 }, () => 0)
  for (let end = STEP; end <= text.length; end += STEP) {
    const from = process.cpuUsage()
    flushSync(() => root.render(<StreamingMarkdown source={text.slice(0, end)} isWhole={false} />))
    const tenth = Math.min(9, Math.floor((end * 10) / text.length))
    spent[tenth] = (spent[tenth] ?? 0) + process.cpuUsage(from).user / 1_000
  }
  root.unmount()
  return spent
}

it('an answer is shown as it grows, and what that took is written down', async () => {
  await preloadParts()
  const text = longAnswer(CHARS)
  tenths(text)
  const rounds = Array.from({ length: ROUNDS }, () => tenths(text))
  expect(rounds).toHaveLength(ROUNDS)
  const folder = path.resolve(import.meta.dirname, '../results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'render.json'), JSON.stringify({ chars: text.length, step: STEP, rounds }))
}, 300_000)
