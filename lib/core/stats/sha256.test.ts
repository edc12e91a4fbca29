import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hmacSha256Hex, sha256Hex } from './sha256.ts'

describe('sha256Hex', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    [
      'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
      'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('gives the digest that FIPS 180-4 publishes (%#)', (text, digest) => {
    expect(sha256Hex(text)).toBe(digest)
  })

  it('agrees with the platform around every block boundary', () => {
    for (let length = 0; length <= 130; length++) {
      const text = 'é'.repeat(length % 3) + 'x'.repeat(length)
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }
  })

  it('agrees with the platform on any text, emoji and unpaired surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text.toWellFormed(), 'utf8').digest('hex'))
      }),
    )
    expect(sha256Hex('\ud800')).toBe(sha256Hex('\ufffd'))
  })
})

describe('hmacSha256Hex', () => {
  it.each([
    ['\x0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
    ['Jefe', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  ])('gives the code that RFC 4231 publishes (%#)', (key, text, code) => {
    expect(hmacSha256Hex(key, text)).toBe(code)
  })

  it('agrees with the platform for keys shorter, as long as and longer than a block', () => {
    for (const length of [0, 1, 63, 64, 65, 131]) {
      const key = 'k'.repeat(length)
      expect(hmacSha256Hex(key, 'cursor')).toBe(createHmac('sha256', key).update('cursor').digest('hex'))
    }
  })
})
