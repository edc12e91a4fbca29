import 'server-only'
import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector, type Dispatcher, fetch } from 'undici'
import { isPublicAddress } from '../../core/network/addresses.ts'
import { callError } from './wire.ts'

/** Connections to providers, one agent an origin. */
export type Network = {
  agentOf(url: string): Dispatcher
  /** Fetches over these agents; redirects are answers, not followed. */
  fetch: typeof globalThis.fetch
  close(): Promise<void>
}

/** Code of the error with which a private address is refused. */
export const PRIVATE_ADDRESS = 'E_PRIVATE_ADDRESS'

/** Connections are kept alive and shared by the providers of one origin; HTTP/2 where the server offers it. */
export function createNetwork(options: { allowPrivate: boolean }): Network {
  const agents = new Map<string, Agent>()

  function agentOf(url: string): Agent {
    const { origin } = new URL(url)
    const agent = agents.get(origin) ?? agentFor(options.allowPrivate)
    agents.set(origin, agent)
    return agent
  }

  async function fetchOver(...[input, init]: Parameters<typeof globalThis.fetch>) {
    const url = input instanceof Request ? input.url : input.toString()
    // Undici's own fetch: the runtime's speaks to dispatchers of another version. Their types differ in name only.
    const own = { ...init, dispatcher: agentOf(url), redirect: 'manual' } as Parameters<typeof fetch>[1]
    const response = (await fetch(url, own)) as unknown as Response
    if (response.ok && (response.headers.get('content-type') ?? '').includes('html')) {
      await response.body?.cancel()
      throw callError({ message: 'a web page instead of an answer' })
    }
    return response
  }

  return {
    agentOf,
    fetch: fetchOver,
    close: async () => void (await Promise.all([...agents.values()].map((agent) => agent.close()))),
  }
}

/** Slow models think for minutes before the first byte: undici's 300 s time-outs are off, the run's own count. */
function agentFor(allowPrivate: boolean): Agent {
  const connect = allowPrivate ? undefined : publicOnly()
  return new Agent({ headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 30_000, allowH2: true, connect })
}

/** Connects to public addresses only. What was looked up and checked is what is connected to: there is no second look-up. */
function publicOnly(): buildConnector.connector {
  const connector = buildConnector({ allowH2: true, lookup: publicLookup })
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(privateAddress(), null)
    connector(options, callback)
  }
}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const [first] = addresses
    // One private address among public ones is refused too: which of them is taken is not ours to choose.
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) return callback(privateAddress(), '', 0)
    if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

function privateAddress(): NodeJS.ErrnoException {
  return Object.assign(new Error('a private address'), { code: PRIVATE_ADDRESS })
}
