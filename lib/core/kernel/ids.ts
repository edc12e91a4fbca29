const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Every kind of id the product mints, by its prefix. */
export const ID_PREFIXES = {
  run: 'run',
  conversation: 'cnv',
  turn: 'trn',
  council: 'cou',
  tenant: 'tnt',
  guest: 'gst',
  event: 'evt',
  request: 'req',
} as const

export type IdKind = keyof typeof ID_PREFIXES

/**
 * Formats a prefixed, time-ordered id: prefix, underscore, 26 Crockford base32 characters over a UUIDv7 (RFC 9562).
 * `nowMs` is Unix time in milliseconds; `random` holds at least 10 random bytes.
 */
export function formatId(kind: IdKind, nowMs: number, random: Uint8Array): string {
  let bits = (BigInt(nowMs) & 0xffffffffffffn) << 80n
  let tail = 0n
  for (const byte of random.subarray(0, 10)) tail = (tail << 8n) | BigInt(byte)
  tail = (tail & ~(0xfn << 76n)) | (0x7n << 76n)
  tail = (tail & ~(0x3n << 62n)) | (0x2n << 62n)
  bits |= tail
  let text = ''
  for (let i = 0; i < 26; i++) {
    text = ALPHABET[Number(bits & 31n)] + text
    bits >>= 5n
  }
  return `${ID_PREFIXES[kind]}_${text}`
}

/** True when `value` has the shape of an id of that kind; says nothing about whether it exists. */
export function isId(kind: IdKind, value: unknown): value is string {
  return typeof value === 'string' && new RegExp(`^${ID_PREFIXES[kind]}_[0-9a-hjkmnp-tv-z]{26}$`).test(value)
}
