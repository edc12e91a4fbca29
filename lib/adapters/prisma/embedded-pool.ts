import 'server-only'
import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, release: () => void) => void

/**
 * A pool with the one session that PGlite has. node-postgres throws a connection away after a failed query; here the
 * next one would share the session with what the last one left unfinished, so the connection is kept for good.
 */
class EmbeddedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (!callback) return super.connect().then(keptForGood)
    super.connect((error, client) => {
      const kept = client && keptForGood(client)
      callback(error, kept, () => kept?.release())
    })
  }
}

function keptForGood(client: pg.PoolClient): pg.PoolClient {
  const release = client.release
  client.release = () => release()
  return client
}

/** The one-connection pool over a PGlite that is already open. Ending it leaves the PGlite open. */
export function embeddedPool(db: PGlite): pg.Pool {
  const config = createPgConfig(db)
  // PGlite reads `types` as an array of oids; the adapter passes node-postgres' parser object there.
  const parse = config.connection.parse.bind(config.connection)
  config.connection.parse = (query: object) => parse({ ...query, types: undefined })
  return new EmbeddedPool({ ...(config as object), max: 1, idleTimeoutMillis: 0 })
}
