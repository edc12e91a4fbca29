import { AppError } from '../core/kernel/errors.ts'

/** How much of a request body is read; `isKeptAsBytes` leaves parsing to the procedure. */
export type BodyLimits = { maxBytes: number; isKeptAsBytes: boolean }

const MIB = 1_048_576

/** The largest request body that is read, in bytes, unless an operation says otherwise. */
export const BODY_MAX_BYTES = MIB

const BODY: BodyLimits = { maxBytes: BODY_MAX_BYTES, isKeptAsBytes: false }

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
 * The JSON of a request body (its bytes, where the limits say so), or undefined where there is none. Reads at most
 * `limits.maxBytes` and stops there. Throws UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE or MALFORMED_REQUEST.
 */
export async function readJson(request: Request, limits: BodyLimits = BODY): Promise<unknown> {
  const type = request.headers.get('content-type')
  if (type !== null && !isJson(type)) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  if (Number(request.headers.get('content-length') ?? 0) > limits.maxBytes) throw tooLarge(limits)
  const bytes = await readCapped(request.body, limits)
  if (bytes.length === 0) return undefined
  if (type === null) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  return limits.isKeptAsBytes ? bytes : parseJson(bytes)
}

/** In memory of its own, which can be handed to another thread; a small Buffer would share a pool. */
function joined(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

function isJson(type: string): boolean {
  const [media, ...parameters] = type.toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  return media?.trim() === 'application/json' && (!charset || /^charset="?utf-8"?$/.test(charset))
}

async function readCapped(body: ReadableStream<Uint8Array> | null, limits: BodyLimits): Promise<Uint8Array> {
  if (!body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > limits.maxBytes) {
      await reader.cancel().catch(() => {})
      throw tooLarge(limits)
    }
    chunks.push(next.value)
  }
  return joined(chunks, size)
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new AppError('MALFORMED_REQUEST', 'The body is not valid JSON in UTF-8.', {}, cause)
  }
}

function tooLarge({ maxBytes }: BodyLimits): AppError {
  const message = `A request body has at most ${Math.round(maxBytes / MIB)} MiB here.`
  return new AppError('PAYLOAD_TOO_LARGE', message, { max_bytes: maxBytes })
}
