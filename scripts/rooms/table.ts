/** The rooms of the house; `docs/architecture.md` draws the same table. */
export type Room =
  | 'core'
  | 'ports'
  | 'adapters'
  | 'services'
  | 'api'
  | 'client'
  | 'runtime'
  | 'messages'
  | 'components'
  | 'app'
  | 'testing'
  | 'outside'

/** `types`: `import type` only. `own`: only within the same sub-folder. `door`: another sub-folder by its index only. */
export type Access = 'all' | 'types' | 'own' | 'door'

type Row = {
  rooms: Partial<Record<Room, Access>>
  /** Packages by name; `node:` stands for all of Node's modules, `node:crypto` for one. */
  vendors: readonly string[]
}

const PURE_HASHING = 'node:crypto'

/** Who may import whom. What is not listed is forbidden, `import type` included. */
export const TABLE: Record<Exclude<Room, 'testing' | 'outside'>, Row> = {
  core: { rooms: { core: 'all' }, vendors: [] },
  ports: { rooms: { core: 'types', ports: 'all' }, vendors: [] },
  adapters: { rooms: { core: 'all', ports: 'all', adapters: 'own' }, vendors: ['server-only', 'node:', 'zod'] },
  services: { rooms: { core: 'all', ports: 'all', services: 'door' }, vendors: ['zod', PURE_HASHING] },
  api: {
    rooms: { core: 'all', ports: 'types', services: 'all', api: 'all' },
    vendors: ['@orpc/server', '@orpc/openapi', '@orpc/zod', 'zod', 'server-only', PURE_HASHING],
  },
  client: {
    rooms: { core: 'all', api: 'types', client: 'all' },
    vendors: ['react', '@tanstack/react-query', '@orpc/client', 'eventsource-parser'],
  },
  messages: { rooms: { core: 'all', messages: 'all' }, vendors: ['icu-minify', 'use-intl'] },
  components: {
    rooms: { core: 'all', api: 'types', client: 'all', messages: 'all', components: 'all' },
    vendors: [
      'react',
      'react-dom',
      'next',
      'use-intl',
      'server-only',
      'radix-ui',
      'lucide-react',
      'class-variance-authority',
      'clsx',
      'tailwind-merge',
      'marked',
      'temml',
      'highlight.js',
      'server-only',
      'uqr',
    ],
  },
  runtime: {
    rooms: { core: 'all', ports: 'all', adapters: 'all', services: 'all', api: 'all', runtime: 'all' },
    vendors: ['server-only', 'node:', 'zod'],
  },
  app: {
    rooms: {
      core: 'all',
      ports: 'types',
      services: 'all',
      api: 'all',
      client: 'all',
      runtime: 'all',
      messages: 'all',
      components: 'all',
      app: 'all',
    },
    vendors: [
      'next',
      'react',
      'server-only',
      'use-intl',
      '@fontsource-variable/geist',
      '@fontsource-variable/newsreader',
    ],
  },
}

/** One vendor a folder: what each adapter may load beyond the row above. */
export const ADAPTER_VENDORS: Record<string, readonly string[]> = {
  'genai-prices': ['@pydantic/genai-prices'],
  'pg-boss': ['pg-boss', 'pg'],
  'ai-sdk': [
    'ai',
    '@ai-sdk/provider',
    '@ai-sdk/openai',
    '@ai-sdk/anthropic',
    '@ai-sdk/google',
    '@ai-sdk/google-vertex',
    '@ai-sdk/azure',
    '@ai-sdk/amazon-bedrock',
    'undici',
    'eventsource-parser',
  ],
  prisma: ['@prisma/adapter-pg', '@prisma/client', '@prisma/driver-adapter-utils', '@electric-sql/pglite', 'pg'],
}

/** The only vendor of core, and only where a boundary is described. */
export const CORE_SCHEMA_VENDORS: readonly string[] = ['zod']

/** Rooms that may read the clock, randomness and the environment. */
export const IMPURE_ROOMS: readonly Room[] = ['runtime', 'adapters']

/** The few files elsewhere that must: each is the one source of its kind, where those rooms cannot be reached. */
export const IMPURE_FILES: Record<string, readonly string[]> = {
  // The browser's clock and randomness.
  'lib/client/browser.ts': ['Date.now', 'Math.random', 'crypto.getRandomValues'],
  // Runs before the container: the nonce and time of one answer; whether this is a development server.
  'middleware.ts': ['crypto.randomUUID', 'Date.now', 'process.env'],
  // Next replaces NEXT_RUNTIME while it builds.
  'instrumentation.ts': ['process.env'],
}

/** Pages of developers, and the page that stands where everything else has failed. */
export const WITHOUT_TRANSLATION = /^app\/(dev\/|global-error\.tsx$)/

export const MAX_LINES = 400
export const MAX_ENTRY_LINES = 40
