/** A provider as it is set up, as far as asking whether it is there needs it. */
export type ProbeTarget = {
  /** As its models name it. */
  provider: string
  kind: ProbeKind
  /** As the settings have it, with or without the version; null where the vendor's usual address is meant. */
  baseUrl: string | null
  apiKey: string | null
  /** It was found and not set up: it counts only while it offers something. */
  isFound?: boolean
}

export const PROBE_KINDS = [
  'openai',
  'openrouter',
  'compatible',
  'anthropic',
  'google',
  'ollama',
  'azure',
  'bedrock',
  'vertex',
] as const
export type ProbeKind = (typeof PROBE_KINDS)[number]

export type Question = { url: string; headers: Record<string, string> }

type Row = {
  usualUrl: string | null
  /** Put at the end of a base address that lacks it. */
  version: string
  path: string
  headers(apiKey: string): Record<string, string>
} | null

const bearer = (apiKey: string) => ({ authorization: `Bearer ${apiKey}` })

/** What costs nothing to ask. OpenRouter's list is open to everybody, so its answer about the key is asked for. */
const ROWS: Record<ProbeKind, Row> = {
  openai: { usualUrl: 'https://api.openai.com/v1', version: '', path: '/models', headers: bearer },
  openrouter: { usualUrl: 'https://openrouter.ai/api/v1', version: '', path: '/key', headers: bearer },
  compatible: { usualUrl: null, version: '', path: '/models', headers: bearer },
  anthropic: {
    usualUrl: 'https://api.anthropic.com',
    version: '/v1',
    path: '/models',
    headers: (apiKey) => ({ 'x-api-key': apiKey, 'anthropic-version': '2023-06-01' }),
  },
  google: {
    usualUrl: 'https://generativelanguage.googleapis.com',
    version: '/v1beta',
    path: '/models',
    headers: (apiKey) => ({ 'x-goog-api-key': apiKey }),
  },
  ollama: { usualUrl: 'http://127.0.0.1:11434', version: '/api', path: '/version', headers: bearer },
  azure: null,
  bedrock: null,
  vertex: null,
}

/** The cheap question to a provider; null where there is none, because it would need signing or a paid call. */
export function questionFor({ kind, baseUrl, apiKey }: ProbeTarget): Question | null {
  const row = ROWS[kind]
  const base = baseUrl ?? row?.usualUrl
  if (!row || !base || !URL.canParse(base)) return null
  const root = base.replace(/\/+$/, '').replace(kind === 'ollama' ? /\/(v1|api)$/ : /$^/, '')
  const version = root.endsWith(row.version) ? '' : row.version
  return { url: `${root}${version}${row.path}`, headers: apiKey === null ? {} : row.headers(apiKey) }
}
