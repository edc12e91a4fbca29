import { AppError } from '../core/kernel/errors.ts'

/** The largest request body that is read, in bytes. */
export const BODY_MAX_BYTES = 1_048_576

/**
 * Refuses what another site made a browser send with our cookie. `Sec-Fetch-Site` decides where it is sent, else `Origin`
 * against the host of the request or the installation's own address. No `Origin` at all means: not a browser.
 */
export function assertOwnOrigin(headers: Headers, appUrl: string | null): void {
  const site = headers.get('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return
  if (site !== null) throw new AppError('FOREIGN_ORIGIN')
  const origin = headers.get('origin')
  if (origin === null || isOwn(origin, headers.get('host'), appUrl)) return
  throw new AppError('FOREIGN_ORIGIN')
}

function isOwn(origin: string, host: string | null, appUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return (
    (host !== null && url.host === host.toLowerCase()) || (appUrl !== null && url.origin === new URL(appUrl).origin)
  )
}

/**
 * The JSON of a request body, or undefined where there is none. Reads at most BODY_MAX_BYTES and stops there. Throws
 * UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE or MALFORMED_REQUEST.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')
  if (type !== null && !isJson(type)) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  if (Number(request.headers.get('content-length') ?? 0) > BODY_MAX_BYTES) throw tooLarge()
  const bytes = await readCapped(request.body)
  if (bytes.length === 0) return undefined
  if (type === null) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  return parseJson(bytes)
}

function isJson(type: string): boolean {
  const [media, ...parameters] = type.toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  return media?.trim() === 'application/json' && (!charset || /^charset="?utf-8"?$/.test(charset))
}

async function readCapped(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  if (!body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > BODY_MAX_BYTES) {
      await reader.cancel().catch(() => {})
      throw tooLarge()
    }
    chunks.push(next.value)
  }
  return Buffer.concat(chunks)
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new AppError('MALFORMED_REQUEST', 'The body is not valid JSON in UTF-8.', {}, cause)
  }
}

function tooLarge(): AppError {
  return new AppError('PAYLOAD_TOO_LARGE', 'A request body has at most 1 MiB.', { max_bytes: BODY_MAX_BYTES })
}
