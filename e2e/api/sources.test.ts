import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Server, startServer } from '../server.ts'
import { asNobody, asOperator, TOKEN } from './client.ts'

let server: Server

beforeAll(async () => {
  server = await startServer({ env: { API_TOKEN: TOKEN } })
})
afterAll(() => server.stop())

describe('a cited source', () => {
  it('is given whole, with the anchors that citations use', async () => {
    const { status, body } = await asOperator(server.url)('/api/v1/sources/boiling-eggs')
    expect(status).toBe(200)
    expect(body).toMatchObject({ id: 'boiling-eggs', object: 'source', title: 'Boiling eggs', note: null })
    expect(body.sections[0]).toMatchObject({ id: 'timing', heading: 'Timing' })
  })

  it('that does not exist is not found, and a stranger is asked who it is', async () => {
    const missing = await asOperator(server.url)('/api/v1/sources/..%2f..%2fetc')
    expect(missing.status).toBe(404)
    expect((await asOperator(server.url)('/api/v1/sources/none')).body.error.code).toBe('NOT_FOUND')
    expect((await asNobody(server.url)('/api/v1/sources/boiling-eggs')).status).toBe(401)
  })

  it('has a page that anybody can read, and an unknown one has none', async () => {
    const page = await asNobody(server.url)('/sources/boiling-eggs')
    expect(page.text).toMatch(/<h1[^>]*>Boiling eggs<\/h1>/)
    expect((await asNobody(server.url)('/sources/none')).status).toBe(404)
  })
})

describe('the frame of diagrams', () => {
  it('comes with a policy of its own and the files of its library, and no other file', async () => {
    const nobody = asNobody(server.url)
    const frame = await nobody('/diagram/frame')
    expect(frame.headers.get('content-security-policy')).toContain('sandbox allow-scripts')
    const entry = await nobody('/diagram/library/mermaid.esm.min.mjs')
    expect(entry.status).toBe(200)
    expect(entry.headers.get('content-type')).toContain('text/javascript')
    for (const path of ['mermaid.js', '..%2fpackage.json', 'chunks/..%2f..%2f..%2fpackage.json'])
      expect((await nobody(`/diagram/library/${path}`)).status).toBe(404)
  })
})
