/** Ranges that are no public hosts, as first address and length of the prefix (RFC 6890 and its registries). */
const PRIVATE_V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Addresses of metadata services outside the ranges above: Azure's wire server. */
const METADATA_V4 = new Set(['168.63.129.16'])

/**
 * Whether an IP address (dotted IPv4, or IPv6 in any spelling, with or without brackets and zone) is a public host: not
 * private, loopback, link-local, multicast, reserved or a metadata service. What is no IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  const text = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const v4 = v4Of(text)
  if (v4 !== null) return isPublicV4(v4)
  const v6 = v6Of(text)
  return v6 !== null && isPublicV6(v6)
}

function isPublicV4(value: number): boolean {
  const dotted = [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
  if (METADATA_V4.has(dotted)) return false
  return !PRIVATE_V4.some(([base, length]) => {
    const shift = 32 - length
    return value >>> shift === (v4Of(base) ?? 0) >>> shift
  })
}

/** Global unicast is 2000::/3; inside it, addresses that carry an IPv4 one are as public as that. */
function isPublicV6(groups: number[]): boolean {
  const [first = 0, second = 0] = groups
  const embedded = embeddedV4(groups)
  if (embedded !== null) return isPublicV4(embedded)
  if (first >> 13 !== 1) return false
  const isDocumentation = (first === 0x2001 && second === 0xdb8) || (first === 0x3fff && second < 0x1000)
  const isTeredoOrSpecial = first === 0x2001 && second < 0x200
  return !isDocumentation && !isTeredoOrSpecial
}

/** The IPv4 address inside a mapped (::ffff:0:0/96), compatible, NAT64 (64:ff9b::/96) or 6to4 (2002::/16) one. */
function embeddedV4(groups: number[]): number | null {
  const [a = 0, b = 0, c = 0] = groups
  const tail = (((groups[6] ?? 0) << 16) | (groups[7] ?? 0)) >>> 0
  const start = groups.slice(0, 6).join(':')
  if (start === '0:0:0:0:0:65535' || start === '0:0:0:0:0:0' || start === '0:0:0:0:65535:0') return tail
  if (start === `${0x64}:${0xff9b}:0:0:0:0`) return tail
  return a === 0x2002 ? ((b << 16) | c) >>> 0 : null
}

function v4Of(text: string): number | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null
  return parts.reduce((value, part) => ((value << 8) | Number(part)) >>> 0, 0)
}

function v6Of(text: string): number[] | null {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (dotted) {
    const v4 = v4Of(dotted[2] ?? '')
    if (v4 === null) return null
    return v6Of(`${dotted[1]}${(v4 >>> 16).toString(16)}:${(v4 & 0xffff).toString(16)}`)
  }
  const halves = text.split('::')
  if (halves.length > 2 || !text.includes(':')) return null
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail]
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null
}
