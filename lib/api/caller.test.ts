import { describe, expect, it } from 'vitest'
import { formatId } from '../core/kernel/ids.ts'
import { callerOf, requireCaller } from './caller.ts'
import { signGuest } from './guest-cookie.ts'

const credentials = { secrets: { cookieKey: 'key' }, apiToken: 'operator-token' }
const guest = {
  id: formatId('guest', 1_700_000_000_000, new Uint8Array(10).fill(7)),
  tenantId: formatId('tenant', 1_700_000_000_000, new Uint8Array(10).fill(9)),
}
const cookie = `lc_guest=${signGuest(guest, 'key')}`
const unauthenticated = expect.objectContaining({ code: 'UNAUTHENTICATED' })

describe('the caller of a request', () => {
  it('is the operator with the API token', () => {
    const headers = new Headers({ authorization: 'Bearer operator-token' })
    expect(callerOf(headers, credentials)).toEqual({
      actor: { kind: 'operator', tenantId: 'tnt_operator' },
      isCookie: false,
    })
  })

  it('is the guest of the cookie', () => {
    const headers = new Headers({ cookie: `theme=dark; ${cookie}` })
    expect(callerOf(headers, credentials)).toEqual({
      actor: { kind: 'guest', guestId: guest.id, tenantId: guest.tenantId },
      isCookie: true,
    })
  })

  it('is found behind a planted cookie of the same name', () => {
    expect(callerOf(new Headers({ cookie: `lc_guest=planted; ${cookie}` }), credentials)?.isCookie).toBe(true)
  })

  it.each(['Bearer wrong', 'Bearer', 'bearer ', 'Bearer operator-token2'])(
    'is nobody with %j, whatever the cookie says',
    (authorization) => {
      const headers = new Headers({ authorization, cookie })
      expect(() => callerOf(headers, credentials)).toThrow(unauthenticated)
    },
  )

  it('is nobody with any bearer while no token is set', () => {
    const headers = new Headers({ authorization: 'Bearer ' })
    expect(() => callerOf(headers, { ...credentials, apiToken: null })).toThrow(unauthenticated)
    expect(() => callerOf(headers, { ...credentials, apiToken: '' })).toThrow(unauthenticated)
  })

  it('keeps the guest of a browser whose proxy adds its own basic credentials', () => {
    expect(callerOf(new Headers({ authorization: 'Basic dTpw', cookie }), credentials)?.isCookie).toBe(true)
  })

  it('is null without proof, and UNAUTHENTICATED where one is needed', () => {
    expect(callerOf(new Headers({ cookie: 'lc_guest=forged' }), credentials)).toBeNull()
    expect(() => requireCaller(new Headers(), credentials)).toThrow(unauthenticated)
  })
})
