import { afterAll, beforeAll } from 'vitest'
import { type Server, startServer } from '../server.ts'
import { asOperator, type Client, TOKEN } from './client.ts'

/** A server for the tests of one file, gone after the last of them, and the operator's calls to it. */
export type OperatorServer = Pick<Server, 'url' | 'pid'> & { call: Client }

/** Starts it before the first test; `env` is added to what servers under test are started with. */
export function operatorServer(env: Record<string, string> = {}): OperatorServer {
  let server: Server | undefined
  const started = () => {
    if (!server) throw new Error('The server is not there before the first test.')
    return server
  }
  beforeAll(async () => {
    server = await startServer({ env: { API_TOKEN: TOKEN, ...env } })
  })
  afterAll(() => server?.stop())
  return {
    get url() {
      return started().url
    },
    get pid() {
      return started().pid
    },
    call: (path, call) => asOperator(started().url)(path, call),
  }
}
