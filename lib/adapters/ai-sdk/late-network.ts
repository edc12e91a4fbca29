import 'server-only'
import type { Network } from './network.ts'

/** Connections that are made with their first use: sockets are a good part of a start, and a start asks no server anything. */
export type LateNetwork = { readonly allowPrivate: boolean; load(): Promise<Network>; close(): Promise<void> }

/** The connections of this process to providers; `allowPrivate` as in `createNetwork`. */
export function lateNetwork(options: { allowPrivate: boolean }): LateNetwork {
  let network: Promise<Network> | null = null
  return {
    allowPrivate: options.allowPrivate,
    load: () => (network ??= import('./network.ts').then(({ createNetwork }) => createNetwork(options))),
    close: async () => (await network)?.close(),
  }
}
