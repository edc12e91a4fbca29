import type { createFormatter, createTranslator } from 'use-intl/core'
import type { PriceSource } from '@/lib/core/pricing/price.ts'
import type { Messages } from '@/lib/messages/types.ts'
import type { ModelEntry } from './entry.ts'

const SOURCE_KEYS = {
  override: 'sources.override',
  demo: 'sources.demo',
  local: 'sources.local',
  openrouter: 'sources.openrouter',
  'models.dev': 'sources.models_dev',
  'genai-prices': 'sources.genai_prices',
} as const satisfies Record<PriceSource, string>

type Translate = ReturnType<typeof createTranslator<Messages, 'catalogue'>>
type Format = ReturnType<typeof createFormatter>

/** The figures of a model as a page's language writes them. What is not known is said, never shown as zero. */
export function modelWords(t: Translate, format: Format) {
  const usd = (amount: number) =>
    format.number(amount, {
      ...{ style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' },
      ...{ minimumFractionDigits: 2, maximumFractionDigits: 4 },
    })
  const date = (at: number) => format.dateTime(at, { dateStyle: 'medium' })
  const count = (value: number) => format.number(value)
  const source = (name: PriceSource) => t(SOURCE_KEYS[name])

  function mean(figure: ModelEntry['latency']): string {
    if (!figure) return t('none')
    const value = figure.meanMs / 1_000
    return format.number(value, { style: 'unit', unit: 'second', maximumFractionDigits: value < 10 ? 1 : 0 })
  }

  function marks(model: ModelEntry): { text: string; tone: 'neutral' | 'warn' }[] {
    const neutral = (isSo: boolean, text: string) => (isSo ? [{ text, tone: 'neutral' as const }] : [])
    return [
      ...neutral(model.isDemo, t('demo')),
      ...neutral(model.isLocal, t('local')),
      ...neutral(!model.isChairman, t('notChairman')),
      ...(model.isActive ? [] : [{ text: t('inactive'), tone: 'warn' as const }]),
      ...(model.staleSince === null
        ? []
        : [{ text: stale(model.staleReason, date(model.staleSince)), tone: 'warn' as const }]),
    ]
  }

  function stale(reason: ModelEntry['staleReason'], since: string): string {
    return reason === 'not_listed' ? t('unlisted', { date: since }) : t('stale', { date: since })
  }

  /** Amounts and where they come from. */
  function price({ price: known, isDemo }: ModelEntry): { amounts: string[]; note: string | null } {
    if (!known) return { amounts: [t(isDemo ? 'free' : 'unpriced')], note: null }
    const { input, output, cachedInput, longContext } = known
    const note = t('since', { source: source(known.source), date: date(known.effectiveFrom) })
    if (input === 0 && output === 0) return { amounts: [t('free')], note }
    const cached = cachedInput === null ? [] : [`${usd(cachedInput)} ${t('cached')}`]
    const long = longContext
      ? [
          t('long', {
            count: count(longContext.aboveTokens),
            input: usd(longContext.input),
            output: usd(longContext.output),
          }),
        ]
      : []
    return { amounts: [`${usd(input)} ${t('input')}`, `${usd(output)} ${t('output')}`, ...cached, ...long], note }
  }

  const context = ({ contextTokens }: ModelEntry) => (contextTokens === null ? t('unknown') : count(contextTokens))
  return { t, count, mean, marks, price, context, date, source }
}

export type ModelWords = ReturnType<typeof modelWords>
