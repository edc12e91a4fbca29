import { describe, expect, it } from 'vitest'
import { assertOwnOrigin, BODY_MAX_BYTES, readJson } from './guard.ts'

const withCode = (code: string) => expect.objectContaining({ code })

function post(body: BodyInit | null, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  return new Request('http://council.test/api/v1/runs', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
}

describe('where a cookie request came from', () => {
  const own = (headers: Record<string, string>, appUrl: string | null = null) =>
    assertOwnOrigin(new Headers({ host: 'council.test:3000', ...headers }), appUrl)

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'same-origin', origin: 'https://lies.example' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://council.test:3000' },
    {},
  ])('accepts %j', (headers) => {
    expect(() => own(headers)).not.toThrow()
  })

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://council.test:3000' },
    { 'sec-fetch-site': 'anything else' },
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'http://council.test:3001' },
    { origin: 'http://council.test:3000.evil.example' },
    { origin: '' },
  ])('refuses %j', (headers) => {
    expect(() => own(headers)).toThrow(withCode('FOREIGN_ORIGIN'))
  })

  it('accepts the public address behind a proxy that changes the host', () => {
    expect(() => own({ origin: 'https://council.example' }, 'https://council.example')).not.toThrow()
    expect(() => own({ origin: 'http://council.example' }, 'https://council.example')).toThrow(
      withCode('FOREIGN_ORIGIN'),
    )
  })
})

describe('the body of a request', () => {
  it('is read as JSON, with or without a charset', async () => {
    expect(await readJson(post('{"question":"é"}'))).toEqual({ question: 'é' })
    expect(await readJson(post('[]', { 'content-type': 'Application/JSON; charset="UTF-8"' }))).toEqual([])
  })

  it('is undefined where there is none, with or without a content type', async () => {
    expect(await readJson(post(null))).toBeUndefined()
    expect(await readJson(post(null, {}))).toBeUndefined()
    expect(await readJson(post(''))).toBeUndefined()
  })

  it.each([
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json; charset=latin1',
    '',
  ])('of type %j is refused', async (type) => {
    await expect(readJson(post('{}', { 'content-type': type }))).rejects.toThrow(withCode('UNSUPPORTED_MEDIA_TYPE'))
  })

  it('without a type is refused', async () => {
    await expect(readJson(post(new TextEncoder().encode('{}'), {}))).rejects.toThrow(withCode('UNSUPPORTED_MEDIA_TYPE'))
  })

  it.each(['{', '{"question":}', 'question', '{"a":1}}', '\u0000'])('%j is malformed', async (text) => {
    await expect(readJson(post(text))).rejects.toThrow(withCode('MALFORMED_REQUEST'))
  })

  it('is malformed when it is not UTF-8', async () => {
    await expect(readJson(post(new Uint8Array([0x22, 0xff, 0x22])))).rejects.toThrow(withCode('MALFORMED_REQUEST'))
  })

  it('is refused unread when it says it is too large', async () => {
    const request = post('{}', { 'content-type': 'application/json', 'content-length': String(BODY_MAX_BYTES + 1) })
    await expect(readJson(request)).rejects.toThrow(withCode('PAYLOAD_TOO_LARGE'))
    expect(request.bodyUsed).toBe(false)
  })

  it('is let go after the cap when it does not say how large it is', async () => {
    let sent = 0
    let isCancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
      cancel() {
        isCancelled = true
      },
    })
    await expect(readJson(post(endless))).rejects.toThrow(withCode('PAYLOAD_TOO_LARGE'))
    expect(isCancelled).toBe(true)
    expect(sent).toBeLessThan(2 * BODY_MAX_BYTES)
  })

  it('of exactly the cap is read', async () => {
    const text = `"${'x'.repeat(BODY_MAX_BYTES - 2)}"`
    expect(await readJson(post(text))).toHaveLength(BODY_MAX_BYTES - 2)
  })

  describe('of an operation with limits of its own', () => {
    const limits = { maxBytes: 2_000, isKeptAsBytes: true }

    it('is read up to them, and left as it came', async () => {
      expect(await readJson(post('{"a"'), limits)).toEqual(new TextEncoder().encode('{"a"'))
      await expect(readJson(post(`"${'x'.repeat(2_000)}"`), limits)).rejects.toThrow(withCode('PAYLOAD_TOO_LARGE'))
    })
  })
})
