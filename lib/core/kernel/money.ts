/** Money is an integer number of pico-dollars (1e-12 USD), so that one cheap token is never rounded to nothing. */
export type PicoUsd = bigint

const PICO_PER_USD = 1_000_000_000_000n

/** Pico-dollars of `tokens` at a price in USD per million tokens. Exact up to six decimals of the price. */
export function tokensCost(tokens: number, usdPerMillion: number): PicoUsd {
  return BigInt(Math.round(usdPerMillion * 1_000_000)) * BigInt(Math.max(0, Math.round(tokens)))
}

/** The exact amount of a decimal number of USD, as `formatUsd` writes it ("0.25", "-3"); null for anything else. */
export function parseUsd(text: string): PicoUsd | null {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?$/.exec(text) ?? []
  if (whole === '') return null
  const pico = BigInt(whole) * PICO_PER_USD + BigInt(fraction.padEnd(12, '0'))
  return sign === '' ? pico : -pico
}

/** Decimal USD without trailing zeros: 12300000n is "0.0000123". */
export function formatUsd(pico: PicoUsd): string {
  const sign = pico < 0n ? '-' : ''
  const value = pico < 0n ? -pico : pico
  const fraction = (value % PICO_PER_USD).toString().padStart(12, '0').replace(/0+$/, '')
  return `${sign}${value / PICO_PER_USD}${fraction ? `.${fraction}` : ''}`
}
