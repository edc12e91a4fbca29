/** How one answer comes over the wire. All times in milliseconds. */
export type Physics = {
  /** From the request to the first token. */
  ttft: number
  /** Tokens of text. */
  n: number
  /** Between tokens. */
  gap: number
  /** Tokens of reasoning sent before the text, at the same gap. */
  reasoning: number
  /** A comment line this often until the first token; 0 for none. */
  comments: number
  fault: Fault | null
  /** Text tokens sent before a fault in mid-stream. */
  at: number
  /** How many requests of this model (and tag) the fault strikes. */
  times: number
  /** When a failing status says to come back: seconds, `1500ms` or a date; null for not saying. */
  retryAfter: string | null
  /** 0 for a server that says nothing of its rate limits. */
  limits: number
}

/** Statuses a provider answers instead of an answer. */
export const STATUS_FAULTS = [
  '400',
  '401',
  '402',
  '403',
  '404',
  '408',
  '413',
  '429',
  '500',
  '502',
  '503',
  '529',
] as const

/** Everything that goes wrong after the request was accepted, or that needs a body of its own. */
export const WIRE_FAULTS = [
  'context',
  'no-schema',
  'hang',
  'cut',
  'stall',
  'empty',
  'endless',
  'garbage',
  'error-in-200',
  'no-finish',
  'null-content',
  'refusal',
  'filtered',
  'length',
  'malformed-200',
  'whole',
] as const

export type Fault = (typeof STATUS_FAULTS)[number] | (typeof WIRE_FAULTS)[number]

const FAULTS: readonly string[] = [...STATUS_FAULTS, ...WIRE_FAULTS]

const DEFAULTS: Physics = {
  ttft: 20,
  n: 40,
  gap: 5,
  reasoning: 0,
  comments: 0,
  fault: null,
  at: 5,
  times: Number.POSITIVE_INFINITY,
  retryAfter: null,
  limits: 1,
}

/**
 * Reads the physics out of a model name: `m:ttft=400,n=150,gap=20` or `m:fault=cut;at=3;once`. Parts may be separated by
 * `,` `;` `&` or `+`, so that names fit into a comma list. A name without parts gets the defaults.
 */
export function physicsOf(model: string): Physics {
  const physics = { ...DEFAULTS }
  const script = model.slice(model.indexOf(':') + 1)
  if (!model.includes(':')) return physics
  for (const part of script.split(/[,;&+]/)) {
    const [key, value = ''] = part.split('=') as [string, string?]
    if (key === 'once') physics.times = 1
    else if (key === 'fault') physics.fault = faultOf(value)
    else if (key === 'retryAfter') physics.retryAfter = value
    else if (isNumeric(key)) physics[key] = Number(value)
  }
  return physics
}

const NUMERIC = ['ttft', 'n', 'gap', 'reasoning', 'comments', 'at', 'times', 'limits'] as const

function isNumeric(key: string): key is (typeof NUMERIC)[number] {
  return (NUMERIC as readonly string[]).includes(key)
}

function faultOf(value: string): Fault {
  if (!FAULTS.includes(value)) throw new Error(`unknown fault: ${value}. One of ${FAULTS.join(', ')}`)
  return value as Fault
}
