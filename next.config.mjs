const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  output: process.env.NEXT_OUTPUT === 'standalone' ? 'standalone' : undefined,
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  turbopack: {
    root: import.meta.dirname,
    // Texts reach the formatter compiled (lib/messages/load.ts): the browser needs no ICU parser.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  // The title comes with its page, never after it: streamed, it is missing for a moment whenever a page is refreshed.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'undici', 'pg-boss', 'google-auth-library'],
  // Pages are loaded when they are first asked for: loading all of them delays the first answer of a start by a quarter.
  experimental: { preloadEntriesOnStart: false },
  outputFileTracingIncludes: {
    '/diagram/library/*': [
      './node_modules/mermaid/dist/mermaid.esm.min.mjs',
      './node_modules/mermaid/dist/chunks/mermaid.esm.min/*.mjs',
    ],
  },
  headers: async () => [{ source: '/:path*', headers: HEADERS }],
}
