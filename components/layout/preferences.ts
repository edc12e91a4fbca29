const YEAR_S = 31_536_000

/** Keeps a choice of this browser for a year, where the server reads it before the first paint. */
export function rememberPreference(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: CookieStore is not there on plain-HTTP addresses of a home network.
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax${secure}`
}
