import { createParser } from 'eventsource-parser'
import type { ProvidersResource } from '../api/providers/resource.schema.ts'
import { type BrowserPorts, browser } from './browser.ts'
import { createEventTail } from './event-tail.ts'

export type { ProviderResource, ProvidersResource } from '../api/providers/resource.schema.ts'

/** The providers as last heard of. `skewMs` is how far this clock is ahead of the server's, null until it was heard. */
export type ProvidersView = {
  providers: ProvidersResource
  connection: 'live' | 'reconnecting' | 'lost'
  skewMs: number | null
}

export type ProviderStream = {
  getSnapshot(): ProvidersView
  /** The first listener opens the stream, the last one to leave closes it. */
  subscribe(listener: () => void): () => void
  /** Connects at once where a reconnect is waiting, for example when the network is back. */
  wake(): void
}

/** Follows the providers from `initial` on. Every frame is the whole picture, so nothing can be missed for long. */
export function createProviderStream(initial: ProvidersResource, ports: BrowserPorts = browser): ProviderStream {
  const listeners = new Set<() => void>()
  let view: ProvidersView = { providers: initial, connection: 'live', skewMs: null }
  const set = (patch: Partial<ProvidersView>) => {
    view = { ...view, ...patch }
    for (const listener of listeners) listener()
  }
  const tail = createEventTail({ url: '/api/v1/providers/events', reader: snapshotReader }, ports, {
    onFrame({ data }) {
      set({ providers: data, connection: 'live', skewMs: ports.now() - Date.parse(data.at) })
    },
    onBreak: () => set({ connection: 'reconnecting' }),
    onLost: () => set({ connection: 'lost' }),
  })
  return {
    getSnapshot: () => view,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) tail.open()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) tail.close()
      }
    },
    wake() {
      if (listeners.size > 0 && view.connection === 'reconnecting') tail.open()
    },
  }
}

type SnapshotFrame = { event: string; id: null; data: ProvidersResource }
type FrameSink = { onFrame(frame: SnapshotFrame): void; onRetry(delayMs: number): void }

function snapshotReader(sink: FrameSink): { feed(bytes: Uint8Array): void } {
  const decoder = new TextDecoder()
  const parser = createParser({
    onEvent({ event, data }) {
      const body = event === 'providers.snapshot' ? snapshotOf(data) : null
      if (body) sink.onFrame({ event: 'providers.snapshot', id: null, data: body })
    },
    onRetry: (delayMs) => sink.onRetry(delayMs),
  })
  return { feed: (bytes) => parser.feed(decoder.decode(bytes, { stream: true })) }
}

/** Null for what a broken middlebox has made of it: the next one comes whole. */
function snapshotOf(text: string): ProvidersResource | null {
  try {
    const body = JSON.parse(text) as Partial<ProvidersResource> | null
    return typeof body?.at === 'string' && Array.isArray(body.data) ? { at: body.at, data: body.data } : null
  } catch {
    return null
  }
}
