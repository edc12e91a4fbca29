import 'server-only'
import { randomBytes } from 'node:crypto'
import { formatId } from '../../core/kernel/ids.ts'
import type { Ids } from '../../ports/ids.ts'

/** Ids and secrets from the operating system's generator. */
export const systemIds: Ids = {
  next: (kind) => formatId(kind, Date.now(), randomBytes(10)),
  secret: (bytes) => randomBytes(bytes).toString('base64url'),
}
