import 'server-only'
import { PriceListError } from '../../ports/price-list.ts'

const LONGEST_MS = 20_000
const MOST_BYTES = 16 * 1024 * 1024

/** JSON from an address: bounded in size and time, no redirects, and whatever goes wrong carries nothing of what came. */
export async function readJson(url: string, signal: AbortSignal): Promise<unknown> {
  const text = await readText(url, AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]))
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new PriceListError('unreadable', 'The list is no JSON.', cause)
  }
}

async function readText(url: string, signal: AbortSignal): Promise<string> {
  let response: Response
  try {
    response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } })
  } catch (cause) {
    throw new PriceListError('unreachable', 'The list could not be reached.', cause)
  }
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    throw new PriceListError('unreachable', `The list answered with status ${response.status}.`)
  }
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    for await (const chunk of response.body) {
      bytes += chunk.byteLength
      if (bytes > MOST_BYTES) throw new PriceListError('unreadable', 'The list is too large.')
      text += decoder.decode(chunk, { stream: true })
    }
  } catch (cause) {
    if (cause instanceof PriceListError) throw cause
    throw new PriceListError('unreachable', 'The list broke off.', cause)
  }
  return text + decoder.decode()
}
