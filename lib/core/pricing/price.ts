/** Where a price can come from; of several the first in this order counts. */
export const PRICE_SOURCES = ['override', 'demo', 'local', 'openrouter', 'models.dev', 'genai-prices'] as const
export type PriceSource = (typeof PRICE_SOURCES)[number]

/** Prices of prompts longer than `aboveTokens`, of the whole request, in USD per million tokens. */
export type LongContext = { aboveTokens: number; input: number; output: number; cachedInput: number | null }

/** What a model costs, in USD per million tokens; null: as input, as output, the same at every length. */
export type PriceTag = {
  input: number
  output: number
  cachedInput: number | null
  reasoning: number | null
  longContext: LongContext | null
}

/** What a price list says, before anybody has looked at it: NaN stands for what is not a number. */
export type RawPrice = { [Key in Exclude<keyof PriceTag, 'longContext'>]: number | null } & {
  longContext: { [Key in keyof LongContext]: number | null } | null
}

/** Above this a price is a mistake: the dearest models cost some hundreds of dollars per million tokens. */
export const DEAREST_USD_PER_MILLION = 100_000

/**
 * The price that a list gives, `unpriced` where it gives none, or the name of the field that is negative or no number. A
 * broken tier is left out; the rest of the price is as good as before.
 */
export function checkPrice(raw: RawPrice): { price: PriceTag } | { unpriced: true } | { refused: string } {
  const { input, output, cachedInput, reasoning } = raw
  const broken = Object.entries({ input, output, cachedInput, reasoning }).find(([, rate]) => !isRate(rate))
  if (broken) return { refused: broken[0] }
  if (input === null || output === null) return { unpriced: true }
  return { price: { input, output, cachedInput, reasoning, longContext: tierOf(raw.longContext) } }
}

/** A rate as some list writes it (number or decimal string), times `factor`; null where it says nothing, NaN where it is nonsense. */
export function rateOf(value: unknown, factor = 1): number | null {
  if (value === undefined || value === null || value === '') return null
  const rate = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
  // twelve figures: what a factor adds behind them is an artefact of binary fractions
  return Number(Number(rate * factor).toPrecision(12))
}

function tierOf(raw: RawPrice['longContext']): LongContext | null {
  if (raw === null) return null
  const { aboveTokens, input, output, cachedInput } = raw
  if (aboveTokens === null || !Number.isInteger(aboveTokens) || aboveTokens < 0) return null
  if (input === null || output === null || ![input, output, cachedInput].every(isRate)) return null
  return { aboveTokens, input, output, cachedInput }
}

function isRate(rate: number | null): boolean {
  return rate === null || (Number.isFinite(rate) && rate >= 0 && rate <= DEAREST_USD_PER_MILLION)
}
