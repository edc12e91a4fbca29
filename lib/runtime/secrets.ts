import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type Secrets = { cookieKey: string; cursorKey: string }

/** The installation's own keys, derived from one secret that is made at the first start and kept beside the data. */
export function loadSecrets(dataDir: string): Secrets {
  const secret = readOrMake(path.resolve(/*turbopackIgnore: true*/ dataDir, 'secret'))
  const derive = (use: string) => createHmac('sha256', secret).update(use).digest('base64url')
  return { cookieKey: derive('guest cookie'), cursorKey: derive('list cursor') }
}

function readOrMake(file: string): string {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(/*turbopackIgnore: true*/ file, 'utf8')
}
