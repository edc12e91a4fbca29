import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Aimock, startAimock } from '../../../bench/upstream/aimock.ts'
import { wordsOf } from '../../../bench/upstream/words.ts'
import type { Provider } from './models.ts'
import { ask, failureIn, makeProviders, requestFor } from './over-the-wire.fixture.ts'

const VARIABLE = 'GOOGLE_APPLICATION_CREDENTIALS'
const before = process.env[VARIABLE]
const providers = makeProviders()
let mock: Aimock
let tokens: Server
let folder: string
let issued = 0

/** Workload identity is the one kind of credentials whose token server is named in the file itself. */
beforeAll(async () => {
  mock = await startAimock()
  tokens = createServer((_, res) => {
    const token = { access_token: `token-${++issued}`, expires_in: 3600, token_type: 'Bearer' }
    const body = { ...token, issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' }
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => tokens.listen(0, '127.0.0.1', resolve))
  folder = await mkdtemp(path.join(tmpdir(), 'vertex-'))
  await writeFile(path.join(folder, 'subject'), 'subject-token')
  const file = {
    type: 'external_account',
    audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `http://127.0.0.1:${(tokens.address() as AddressInfo).port}/token`,
    credential_source: { file: path.join(folder, 'subject') },
  }
  await writeFile(path.join(folder, 'credentials.json'), JSON.stringify(file))
})

afterAll(async () => {
  if (before === undefined) delete process.env[VARIABLE]
  else process.env[VARIABLE] = before
  await providers.close()
  tokens.closeAllConnections()
  tokens.close()
  await rm(folder, { recursive: true })
  await mock.close()
})

function vertex(): Provider {
  const access = { project: 'p', location: 'europe-west4' }
  return { kind: 'vertex', name: 'fake', label: 'Vertex AI', baseUrl: mock.urls.vertex, access, models: ['a~n=5'] }
}

describe('Vertex with application credentials', () => {
  it('sends a token of the machine, asked for once', async () => {
    process.env[VARIABLE] = path.join(folder, 'credentials.json')
    const models = providers.one(vertex())
    for (const request of [requestFor('a~n=5'), requestFor('a~n=5')]) {
      const { error, text } = await ask(models, request)
      expect(error).toBeNull()
      expect(text).toBe(wordsOf('a', 5))
      expect(mock.requests(request.tag)).toHaveLength(1)
    }
    expect(issued).toBe(1)
  })

  it('says so where the credentials cannot be used, and shows nothing of them', async () => {
    process.env[VARIABLE] = path.join(folder, 'none.json')
    const failure = failureIn(await ask(providers.one(vertex()), requestFor('a~n=5')))
    expect(failure).toMatchObject({ reason: 'unauthorized', retryable: false })
    expect(failure.message).toBe('No credentials for Vertex AI were found on this machine.')
    expect(JSON.stringify([failure.message, String(failure.cause)])).not.toContain('none.json')
  })
})
