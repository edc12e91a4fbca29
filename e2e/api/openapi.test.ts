import { beforeAll, describe, expect, it } from 'vitest'
import { ended, type Json } from './client.ts'
import { operatorServer } from './operator-server.ts'

const { call } = operatorServer()
let document: Json

beforeAll(async () => {
  document = (await call('/api/v1/openapi.json')).body
})

/** Example and answer have the same keys throughout; null, empty and filled may differ, and so may who sits in a seat. */
function expectSameKeys(answer: unknown, example: unknown, at: string) {
  if (Array.isArray(example) && Array.isArray(answer)) {
    if (example.length > 0 && answer.length > 0) expectSameKeys(answer[0], example[0], `${at}[0]`)
    return
  }
  if (!isObject(example) || !isObject(answer)) return
  const keysOf = (object: object) => Object.keys(object).filter((key) => !/^s\d+$/.test(key))
  expect(keysOf(answer).toSorted(), at).toEqual(keysOf(example).toSorted())
  for (const key of keysOf(example)) expectSameKeys(answer[key], example[key], `${at}.${key}`)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete'])

/** Their examples need a moment that passes, or never end; tests of their own try them. */
const TRIED_ELSEWHERE = new Set(['retrySeat', 'streamProviders'])

/** What an operation cannot do without, as its own examples say it. */
function requiredQuery(operation: Json): string {
  const required = (operation.parameters ?? []).filter((one: Json) => one.in === 'query' && one.required)
  if (required.length === 0) return ''
  return `?${new URLSearchParams(required.map((one: Json) => [one.name, one.schema.examples?.[0] ?? one.schema.enum[0]]))}`
}

describe('the examples of the document', () => {
  it('work against the server, every one of them, and it answers in the shape they show', async () => {
    const made = await call('/api/v1/runs?wait=true', { json: { question: 'Why?', council: 'quick' } })
    const council = { name: 'Mine', members: ['demo/teacher'], chairman: 'demo/editor' }
    const ids: Record<string, string> = {
      ...{ runs: made.body.id, conversations: made.body.conversation_id },
      councils: (await call('/api/v1/councils', { json: council })).body.id,
      sources: 'boiling-eggs',
      models: encodeURIComponent('demo/archivist'),
    }
    const tried: string[] = []
    for (const [template, item] of Object.entries<Json>(document.paths)) {
      for (const [method, operation] of Object.entries<Json>(item).filter(([key]) => METHODS.has(key))) {
        if (TRIED_ELSEWHERE.has(operation.operationId)) continue
        const noun = template.split('/')[1] ?? ''
        const base = item.servers?.[0]?.url === '/' ? '' : document.servers[0].url
        const path =
          base + template.replace('{id}', ids[noun] ?? '').replace('{run_id}', made.body.id) + requiredQuery(operation)
        const example = operation.requestBody?.content['application/json'].example
        const answer = await call(path, { method: method.toUpperCase(), ...(example ? { json: example } : {}) })
        const expected = operation.responses[answer.status]
        expect(expected, `${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 200)}`).toBeDefined()
        expect(answer.status, `${method} ${path}: ${answer.text.slice(0, 300)}`).toBeLessThan(300)
        const shown = expected.content['application/json']?.example
        if (shown && template !== '/openapi.json') expectSameKeys(answer.body, shown, `${method} ${template}`)
        if (answer.body?.object === 'run') await ended(call, answer.body.id)
        tried.push(operation.operationId)
      }
    }
    expect(tried.toSorted()).toEqual(
      [
        ...['listBranches', 'listMessages', 'listThreads', 'showBranch', 'takeAnswer'],
        ...['cancelRun', 'continueRun', 'createRun', 'getConversation', 'getHealth', 'getOpenApi', 'getReadiness'],
        ...['getRun', 'getSource', 'listConversations', 'listCouncils', 'listModels', 'streamRun'],
        ...['deleteConversation', 'restoreConversation', 'searchConversations', 'updateConversation'],
        ...['exportConversation', 'importConversations'],
        ...['createCouncil', 'deleteCouncil', 'getCouncil', 'updateCouncil'],
        ...['getModel', 'getModelInsights', 'getRunLedger', 'getUsage', 'listProviders', 'updateModel'],
      ].toSorted(),
    )
  })

  it('name every error that the server answers with', async () => {
    const cases: [string, string, Json][] = [
      ['/runs', 'post', await call('/api/v1/runs', { json: {} })],
      ['/runs', 'post', await call('/api/v1/runs', { raw: 'x', headers: { 'content-type': 'text/plain' } })],
      ['/runs', 'post', await call('/api/v1/runs', { raw: '{', headers: { 'content-type': 'application/json' } })],
      ['/runs/{id}', 'get', await call('/api/v1/runs/run_x')],
      ['/conversations', 'get', await call('/api/v1/conversations?limit=0')],
    ]
    for (const [path, method, { status, body }] of cases) {
      const response = document.paths[path][method].responses[status]
      expect(Object.keys(response.content['application/json'].examples)).toContain(body.error.code)
    }
  })
})
