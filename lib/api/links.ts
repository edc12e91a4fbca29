/** The installation's own public address; null keeps addresses relative. None is ever built from a request's host. */
export type LinkBase = { appUrl: string | null }

export function apiUrl(base: LinkBase, path: string): string {
  return `${originOf(base)}/api/v1${path}`
}

export function pageUrl(base: LinkBase, conversationId: string): string {
  return `${originOf(base)}/c/${conversationId}`
}

/** RFC 3339 in UTC. */
export function timestamp(unixMs: number): string
export function timestamp(unixMs: number | null): string | null
export function timestamp(unixMs: number | null): string | null {
  return unixMs === null ? null : new Date(unixMs).toISOString()
}

function originOf({ appUrl }: LinkBase): string {
  return appUrl?.replace(/\/+$/, '') ?? ''
}
