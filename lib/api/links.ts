/** Addresses of the API and its pages: absolute where the installation knows its own, else relative. */
export type LinkBase = { appUrl: string | null }

export function apiUrl({ appUrl }: LinkBase, path: string): string {
  return `${appUrl ?? ''}/api/v1${path}`
}

export function pageUrl({ appUrl }: LinkBase, conversationId: string): string {
  return `${appUrl ?? ''}/c/${conversationId}`
}

/** RFC 3339 in UTC, or null. */
export function timestamp(unixMs: number): string
export function timestamp(unixMs: number | null): string | null
export function timestamp(unixMs: number | null): string | null {
  return unixMs === null ? null : new Date(unixMs).toISOString()
}
