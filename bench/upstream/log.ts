import type { Fault } from './physics.ts'
import type { WireName } from './wire.ts'

/** One request as the upstream itself saw it. Times are Unix milliseconds with fractions. */
export type LogEntry = {
  id: number
  wire: WireName
  /** `[tag:x]` found in the prompt, else the `x-council-tag` header, else ''. */
  tag: string
  /** The `x-council-call` header, to match a request with a row of a ledger. */
  call: string | null
  model: string
  stream: boolean
  /** Whether a JSON answer was asked for in the wire's own field. */
  structured: boolean
  status: number
  fault: Fault | null
  /** First 16 hex digits of the SHA-256 of the request body. */
  bodyHash: string
  promptChars: number
  t0: number
  first: number | null
  done: number | null
  /** Text tokens sent. */
  tokens: number
  /** UTF-8 bytes of the text sent. */
  textBytes: number
  /** When each text token was handed to the socket, in milliseconds after t0. */
  sentAt: number[]
  /** True when the client went away before the end. */
  aborted: boolean
}

export type RequestLog = {
  open(entry: Omit<LogEntry, 'id'>): LogEntry
  list(tag?: string): LogEntry[]
  clear(): void
}

const KEPT = 20_000

export function createLog(): RequestLog {
  let entries: LogEntry[] = []
  let nextId = 1
  return {
    open(fields) {
      const entry = { id: nextId++, ...fields }
      entries.push(entry)
      if (entries.length > KEPT) entries = entries.slice(-KEPT / 2)
      return entry
    },
    list: (tag) => (tag === undefined ? entries : entries.filter((entry) => entry.tag === tag)),
    clear: () => {
      entries = []
    },
  }
}
