import { describe, expect, it } from 'vitest'
import { formatId } from '../core/kernel/ids.ts'
import { guestCookieOptions, readGuest, signGuest } from './guest-cookie.ts'

const guest = {
  id: formatId('guest', 1_700_000_000_000, new Uint8Array(10).fill(7)),
  tenantId: formatId('tenant', 1_700_000_000_000, new Uint8Array(10).fill(9)),
}
const other = { ...guest, tenantId: formatId('tenant', 1_700_000_000_000, new Uint8Array(10).fill(1)) }

describe('the guest cookie', () => {
  it('reads back the guest that was signed', () => {
    expect(readGuest(signGuest(guest, 'key'), 'key')).toEqual(guest)
  })

  it('is refused under another key', () => {
    expect(readGuest(signGuest(guest, 'key'), 'other key')).toBeNull()
  })

  it('does not let a guest move to another tenant', () => {
    const mac = signGuest(guest, 'key').split('.')[2]
    expect(readGuest(`${other.id}.${other.tenantId}.${mac}`, 'key')).toBeNull()
  })

  it.each([
    '',
    '.',
    '..',
    'a.b.c',
    `${guest.id}.${guest.tenantId}`,
    `${guest.id}.${guest.tenantId}.`,
    `${guest.id}.${guest.tenantId}.AAAA`,
    `${signGuest(guest, 'key')}.more`,
    `gst_operator.tnt_operator.${signGuest(guest, 'key').split('.')[2]}`,
  ])('refuses %j', (cookie) => {
    expect(readGuest(cookie, 'key')).toBeNull()
  })

  it('is sent over https only where the installation is served over https', () => {
    expect(guestCookieOptions('https://council.example').secure).toBe(true)
    expect(guestCookieOptions('http://localhost:3000').secure).toBe(false)
    expect(guestCookieOptions(null)).toMatchObject({ secure: false, httpOnly: true, sameSite: 'lax', path: '/' })
  })
})
