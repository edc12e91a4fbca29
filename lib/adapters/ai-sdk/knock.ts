import 'server-only'
import { connect } from 'node:net'

const KNOCK_MS = 1_000

/**
 * Whether anybody listens at the address. Most machines run no Ollama, and to find that out is not worth loading a client of
 * thirteen megabytes.
 */
export function isListening(url: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port || (protocol === 'https:' ? 443 : 80)) })
    const end = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.setTimeout(KNOCK_MS, () => end(false))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}
