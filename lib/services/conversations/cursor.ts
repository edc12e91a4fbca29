import { z } from 'zod'
import { hmacSha256Hex } from '../../core/stats/sha256.ts'

type Position = { updatedAt: number; id: string }

const MAC_CHARS = 24
const position = z.tuple([z.number(), z.string().max(64)])

/** An opaque, signed place in a list, good for one tenant only. */
export function writeCursor({ updatedAt, id }: Position, key: string, tenantId: string): string {
  const body = btoa(JSON.stringify([updatedAt, id])).replace(/=+$/, '')
  return `${body}.${macOf(body, key, tenantId)}`
}

/** The place a cursor stands for; undefined when it was not made here for this tenant. */
export function readCursor(cursor: string, key: string, tenantId: string): Position | undefined {
  const [body = '', mac] = cursor.split('.')
  if (cursor.length > 400 || mac !== macOf(body, key, tenantId)) return undefined
  const parsed = position.safeParse(JSON.parse(atob(body)))
  return parsed.success ? { updatedAt: parsed.data[0], id: parsed.data[1] } : undefined
}

function macOf(body: string, key: string, tenantId: string): string {
  return hmacSha256Hex(key, `cursor:${tenantId}:${body}`).slice(0, MAC_CHARS)
}
