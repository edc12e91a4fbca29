import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './addresses.ts'

describe('a public address', () => {
  it.each([
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '[2606:4700::1111]',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
    '2002:808:808::1',
  ])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ['this host', '0.0.0.0'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['loopback', '::1'],
    ['unspecified', '::'],
    ['loopback, mapped', '::ffff:127.0.0.1'],
    ['loopback, mapped in hex', '::ffff:7f00:1'],
    ['loopback, through NAT64', '64:ff9b::7f00:1'],
    ['private, through 6to4', '2002:c0a8:1::1'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.0.1'],
    ['carrier', '100.64.0.1'],
    ['metadata', '169.254.169.254'],
    ['metadata of AWS', 'fd00:ec2::254'],
    ['metadata of Azure', '168.63.129.16'],
    ['link-local', 'fe80::1%eth0'],
    ['unique local', '[fc00::1]'],
    ['multicast', 'ff02::1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['documentation', '203.0.113.7'],
    ['documentation', '2001:db8::1'],
    ['Teredo', '2001::1'],
    ['no address', 'localhost'],
    ['no address', '127.1'],
    ['no address', '0x7f.0.0.1'],
    ['no address', '01.1.1.1'],
    ['no address', '1:2:3'],
    ['no address', ''],
  ])('is not %s: %s', (_kind, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
