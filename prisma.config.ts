import path from 'node:path'
import { defineConfig } from 'prisma/config'

// Prisma would download its native schema engine; the stand-in is the WASM build of the same engine from npm.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve('scripts/schema-engine.mjs')

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/unused' },
})
