import { AppError, invalidField } from '../core/kernel/errors.ts'
import { type JsonShape, jsonShape } from '../core/kernel/json-shape.ts'

/** How much of a request body is read and parsed. Where `shape` is null the size alone bounds it. */
export type BodyLimits = { maxBytes: number; shape: JsonShape | null }

const MIB = 1_048_576

/** The largest request body that is read, in bytes, unless an operation says otherwise. */
export const BODY_MAX_BYTES = MIB

const BODY: BodyLimits = { maxBytes: BODY_MAX_BYTES, shape: null }

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
 * The JSON of a request body, or undefined where there is none. Reads at most `limits.maxBytes` and stops there. Throws
 * UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, MALFORMED_REQUEST or, where it nests or holds too much, VALIDATION_FAILED.
 */
export async function readJson(request: Request, limits: BodyLimits = BODY): Promise<unknown> {
  const type = request.headers.get('content-type')
  if (type !== null && !isJson(type)) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  if (Number(request.headers.get('content-length') ?? 0) > limits.maxBytes) throw tooLarge(limits)
  const bytes = await readCapped(request.body, limits)
  if (bytes.length === 0) return undefined
  if (type === null) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  return parseJson(bytes, limits)
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
  return Buffer.concat(chunks)
}

function parseJson(bytes: Uint8Array, { shape }: BodyLimits): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (shape) assertShape(text, shape)
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('MALFORMED_REQUEST', 'The body is not valid JSON in UTF-8.', {}, cause)
  }
}

/** Told from the text: a hostile body must not become millions of objects first. */
function assertShape(text: string, limits: JsonShape): void {
  const { depth, nodes } = jsonShape(text, limits)
  if (depth > limits.depth) throw invalidField('', `The file nests deeper than ${limits.depth} levels.`)
  if (nodes > limits.nodes)
    throw invalidField('', `The file holds more than ${limits.nodes.toLocaleString('en')} values.`)
}

function tooLarge({ maxBytes }: BodyLimits): AppError {
  const message = `A request body has at most ${Math.round(maxBytes / MIB)} MiB here.`
  return new AppError('PAYLOAD_TOO_LARGE', message, { max_bytes: maxBytes })
}
