/** Round constants of FIPS 180-4, section 4.2.2. */
const K = new Uint32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
])

const INITIAL = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const

const BLOCK_BYTES = 64

/**
 * SHA-256 (FIPS 180-4) of the UTF-8 bytes of `text`, as lower-case hex. Synchronous and free of platform APIs, so that
 * server and browser order ties alike.
 */
export function sha256Hex(text: string): string {
  return hexOf(digest(new TextEncoder().encode(text)))
}

/** HMAC-SHA-256 (RFC 2104) of `text` under `key`, both as UTF-8, as lower-case hex. */
export function hmacSha256Hex(key: string, text: string): string {
  const bytes = new TextEncoder().encode(key)
  const block = new Uint8Array(BLOCK_BYTES)
  block.set(bytes.length > BLOCK_BYTES ? digest(bytes) : bytes)
  const inner = digest(joined(masked(block, 0x36), new TextEncoder().encode(text)))
  return hexOf(digest(joined(masked(block, 0x5c), inner)))
}

function digest(bytes: Uint8Array): Uint8Array {
  const blocks = padded(bytes)
  const state = new Uint32Array(INITIAL)
  const words = new Uint32Array(64)
  for (let offset = 0; offset < blocks.byteLength; offset += BLOCK_BYTES) {
    expand(words, blocks, offset)
    compress(state, words)
  }
  const out = new DataView(new ArrayBuffer(32))
  for (const [i, word] of state.entries()) out.setUint32(i * 4, word)
  return new Uint8Array(out.buffer)
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function masked(block: Uint8Array, mask: number): Uint8Array {
  return block.map((byte) => byte ^ mask)
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const out = new Uint8Array(head.length + tail.length)
  out.set(head)
  out.set(tail, head.length)
  return out
}

function padded(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK_BYTES) * BLOCK_BYTES)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n)
  return view
}

function expand(words: Uint32Array, blocks: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) words[i] = blocks.getUint32(offset + i * 4)
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15]!
    const late = words[i - 2]!
    const s0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3)
    const s1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10)
    words[i] = words[i - 16]! + s0 + words[i - 7]! + s1
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g)
    const t1 = (h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + choice + K[i]! + words[i]!) | 0
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const t2 = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + majority) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  const round = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = state[i]! + round[i]!
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
