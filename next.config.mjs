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
  turbopack: { root: import.meta.dirname },
  outputFileTracingIncludes: {
    '/diagram/library/*': [
      './node_modules/mermaid/dist/mermaid.esm.min.mjs',
      './node_modules/mermaid/dist/chunks/mermaid.esm.min/*.mjs',
    ],
  },
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'undici'],
  headers: async () => [{ source: '/:path*', headers: HEADERS }],
}
