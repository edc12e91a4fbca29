import path from 'node:path'

/** A Next.js app with two routes and nothing else: what the framework alone costs. */
export default {
  poweredByHeader: false,
  turbopack: { root: path.resolve(import.meta.dirname, '../../..') },
  serverExternalPackages: ['undici'],
}
