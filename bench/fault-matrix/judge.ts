import { type Observed, WAIT_S } from './measure.ts'
import { type Case, type Outcome, PROMISED } from './promised.ts'
import { COUNTED_EARLY, canTellTime, type ProviderName } from './providers.ts'

/** Where a call did not end as promised, in a few words each; nothing where it did. */
export function deviations(provider: ProviderName, what: Case, seen: Observed): string[] {
  const promised = PROMISED[what]
  const waitMs = promised.waits && canTellTime(provider, what) ? WAIT_S * 1000 : null
  const said: [boolean, string][] = [
    [seen.ending === promised.ending, `ends as ${seen.ending}, promised ${promised.ending}`],
    [seen.retryable === promised.retryable, `retryable ${seen.retryable}, promised ${promised.retryable}`],
    [isText(promised, seen), `text "${seen.text.slice(0, 40)}", promised ${promised.text}`],
    [seen.retryAfterMs === waitMs, `asks to wait ${seen.retryAfterMs} ms, promised ${waitMs}`],
    [countOf(seen) === countPromised(promised, provider), `tokens counted: ${countOf(seen)}`],
    [!promised.leaves || (seen.leftAfterMs !== null && seen.leftAfterMs <= 500), `left after ${seen.leftAfterMs} ms`],
    [seen.leaks.length === 0, `shows ${seen.leaks.length} secrets`],
    [seen.requests === (what === 'no-schema' ? 2 : 1), `asked ${seen.requests} times`],
  ]
  return said.flatMap(([isKept, words]) => (isKept ? [] : [words]))
}

function isText({ text: promised }: Outcome, { text, whole }: Observed): boolean {
  if (promised === 'any') return true
  if (promised === 'none') return text === ''
  if (promised === 'all') return text === whole
  return text !== '' && text !== whole && (whole.startsWith(text) || text.startsWith(whole))
}

type Count = 'whole' | 'input' | 'output' | 'none'

function countOf({ usage }: Observed): Count {
  const { inputTokens = null, outputTokens = null } = usage ?? {}
  if (inputTokens === null) return outputTokens === null ? 'none' : 'output'
  return outputTokens === null ? 'input' : 'whole'
}

function countPromised({ usage }: Outcome, provider: ProviderName): Count {
  if (usage === 'early') return COUNTED_EARLY[provider] ?? 'none'
  return usage === 'end' ? 'whole' : 'none'
}

const COUNT_MARKS: Record<Count, string> = { whole: '#', input: '#in', output: '#out', none: '' }

/** One cell of the table: `rate_limited ↻ 7s`, or what is wrong. */
export function cell(provider: ProviderName, what: Case, seen: Observed): string {
  const wrong = deviations(provider, what, seen)
  if (wrong.length > 0) return `DEVIATES: ${wrong.join('; ')}`
  const marks = [
    seen.ending as string,
    seen.retryable ? '↻' : '',
    seen.retryAfterMs === null ? '' : `${seen.retryAfterMs / 1000}s`,
    seen.text && PROMISED[what].text === 'before' ? '+text' : '',
    COUNT_MARKS[countOf(seen)],
    seen.leftAfterMs === null ? '' : '⏏',
  ]
  return marks.filter(Boolean).join(' ')
}
