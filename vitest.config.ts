import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
/** Outside a bundler `server-only` throws on import; its empty twin is what Next itself resolves on the server. */
const alias = { 'server-only': path.join(root, 'node_modules/server-only/empty.js'), '@': root }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['lib/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}', 'bench/**/*.test.ts'],
          exclude: ['lib/client/**', 'scripts/soak/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          // Every component is rendered in a language, as the root layout does it.
          alias: [
            {
              find: /^@testing-library\/react$/,
              replacement: path.join(root, 'components/language/render.fixture.tsx'),
            },
            {
              find: /^react-dom\/server$/,
              replacement: path.join(root, 'components/language/server-render.fixture.tsx'),
            },
          ],
          include: ['components/**/*.test.{ts,tsx}', 'lib/client/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'render',
          environment: 'happy-dom',
          include: ['bench/render/**/*.bench.tsx'],
        },
      },
      {
        extends: true,
        test: {
          name: 'kills',
          environment: 'node',
          include: ['scripts/soak/**/*.test.ts'],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['e2e/{api,chaos}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
