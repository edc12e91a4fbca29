import { describe, expect, it } from 'vitest'
import { importFile } from './imports.ts'

const result = {
  status: 'imported',
  conversation_id: 'cnv_1',
  title: 'Sky',
  turns: 2,
  not_understood: ['x'],
  issues: [],
}
const refused = {
  ...{ status: 'refused', conversation_id: null, title: null, turns: null, not_understood: [] },
  issues: [{ path: 'id', message: 'Expected a UUID.' }],
}

describe('importing a file', () => {
  it('sends it as it is and tells what became of each conversation', async () => {
    const file = new Blob(['{"messages":[]}'])
    const sent: RequestInit[] = []
    const results = await importFile(file, async (_, init) => {
      sent.push(init as RequestInit)
      return Response.json({ data: [result, refused] }, { status: 201 })
    })
    expect(sent[0]?.body).toBe(file)
    expect(results).toEqual([
      { status: 'imported', id: 'cnv_1', title: 'Sky', turns: 2, notUnderstood: ['x'] },
      { status: 'refused', issues: refused.issues },
    ])
  })

  it('fails with the sentence of the server', async () => {
    const body = { error: { code: 'PAYLOAD_TOO_LARGE', message: 'Too large.' } }
    await expect(importFile(new Blob([]), async () => Response.json(body, { status: 413 }))).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      message: 'Too large.',
    })
  })

  it('says so when the server cannot be reached or understood', async () => {
    await expect(importFile(new Blob([]), () => Promise.reject(new TypeError()))).rejects.toMatchObject({
      code: 'NETWORK',
    })
    await expect(importFile(new Blob([]), async () => new Response('<p>'))).rejects.toMatchObject({
      code: 'UNREADABLE',
    })
  })
})
