import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres, type TestServer, whyNoPostgres } from './postgres.ts'

/** Tests on a real PostgreSQL, which runs while they do. Left out where there is none, unless REQUIRE_SERVICES says so. */
export function describePostgres(tests: (server: Pick<TestServer, 'freshDatabase'>) => void): void {
  const missing = whyNoPostgres()
  if (missing && process.env.REQUIRE_SERVICES === '1') {
    it('has a PostgreSQL to run on', () => {
      expect.fail(missing)
    })
  }
  describe.skipIf(missing)(missing ? `PostgreSQL (not run: ${missing})` : 'PostgreSQL', () => {
    let server: TestServer | undefined
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server?.stop())
    tests({ freshDatabase: () => server!.freshDatabase() })
  })
}
