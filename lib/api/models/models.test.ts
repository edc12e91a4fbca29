import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../adapters/system/clock.ts'
import { systemIds } from '../../adapters/system/ids.ts'
import type { Stores } from '../../ports/stores.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { scriptedModels } from '../../testing/scripted-models.ts'
import { storesOver } from '../../testing/stores.ts'
import type { ApiPorts } from '../context.ts'
import { GUEST_COOKIE, signGuest } from '../guest-cookie.ts'
import { handleApi } from '../handler.ts'

const TOKEN = 'a-token-of-the-operator'
const KEY = 'cookie-key'

let stores: Stores
let guest: string
beforeAll(async () => {
  stores = storesOver(await memoryDatabase())
  const models = scriptedModels().list()
  const offered = models.map(({ id, provider, name }) => ({ id, provider, name, family: null, contextTokens: null }))
  await stores.catalogue.offer(offered, 1)
  guest = `${GUEST_COOKIE}=${signGuest({ id: systemIds.next('guest'), tenantId: systemIds.next('tenant') }, KEY)}`
})
afterAll(() => stores?.close())

const OPERATOR = { authorization: `Bearer ${TOKEN}` }

function ask(path: string, init: RequestInit = {}) {
  const ports = { ...stores, models: scriptedModels(), clock: systemClock, apiToken: TOKEN, appUrl: null }
  const request = new Request(`http://council.test/api/v1${path}`, {
    ...init,
    headers: {
      'content-type': 'application/json',
      origin: 'http://council.test',
      host: 'council.test',
      ...init.headers,
    },
  })
  return handleApi({
    request,
    ports: { ...ports, secrets: { cookieKey: KEY } } as unknown as ApiPorts,
    requestId: 'req_test',
  })
}

const patch = (body: object, headers: Record<string, string> = OPERATOR) =>
  ask('/models/test%2Fash', { method: 'PATCH', body: JSON.stringify(body), headers })

describe('the catalogue in the API', () => {
  it('lists every model with its price or the word that there is none', async () => {
    const { data } = await (await ask('/models', { headers: OPERATOR })).json()
    expect(data).toHaveLength(5)
    expect(data[0]).toMatchObject({ id: 'test/ash', object: 'model', price: null, offered: true, active: true })
  })

  it('finds a model by its encoded id, and not what was never here', async () => {
    expect(await (await ask('/models/test%2Fash', { headers: OPERATOR })).json()).toMatchObject({ id: 'test/ash' })
    await expect(ask('/models/test%2Fnobody', { headers: OPERATOR })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it("takes the operator's price and gives it with its source and date, and takes it back with null", async () => {
    const price = { input_usd_per_million: 1.5, output_usd_per_million: 6 }
    expect(await (await patch({ price })).json()).toMatchObject({
      price: { ...price, source: 'override', effective_from: expect.stringMatching(/^20/) },
    })
    expect(await (await patch({ price: null })).json()).toMatchObject({ price: null })
  })

  it('refuses a negative price at its field, an unknown field, and everybody but the operator', async () => {
    const price = { input_usd_per_million: -1, output_usd_per_million: 6 }
    await expect(patch({ price })).rejects.toMatchObject({
      ...{ code: 'VALIDATION_FAILED', details: { param: 'price.input_usd_per_million' } },
    })
    await expect(patch({ colour: 'red' })).rejects.toMatchObject({ message: 'Input validation failed' })
    await expect(patch({}, { cookie: guest })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
