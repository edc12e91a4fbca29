import 'server-only'
import type { Pool, PoolClient } from 'pg'

const RETRY_MS = 5_000

export type Listener = {
  channel: string
  onNotification(payload: string): void
  /** Called after each return of a lost connection: what was said meanwhile went unheard. */
  onReconnect(): void
}

/** Holds one connection of the pool and listens on it; a lost one is replaced. Rejects where the first cannot be had. */
export async function listen(pool: Pool, { channel, onNotification, onReconnect }: Listener) {
  let client: PoolClient | null = null
  let timer: NodeJS.Timeout | null = null
  let isClosed = false

  async function connect() {
    const fresh = await pool.connect()
    fresh.on('notification', ({ payload }) => onNotification(payload ?? ''))
    fresh.once('error', () => lost(fresh))
    try {
      await fresh.query(`listen "${channel.replaceAll('"', '""')}"`)
    } catch (error) {
      letGo(fresh)
      throw error
    }
    if (isClosed) letGo(fresh)
    else client = fresh
  }

  function lost(gone: PoolClient) {
    if (client !== gone) return
    client = null
    letGo(gone)
    retry()
  }

  function retry() {
    if (isClosed) return
    timer = setTimeout(() => connect().then(onReconnect, retry), RETRY_MS).unref()
  }

  await connect()
  return {
    async close() {
      isClosed = true
      if (timer) clearTimeout(timer)
      const last = client
      client = null
      if (last) letGo(last)
    },
  }
}

/** The connection still listens, so nobody else may have it. */
function letGo(client: PoolClient) {
  client.removeAllListeners('notification')
  client.release(true)
}
