import { describe, expect, it } from 'vitest'
import { conversationResource, searchHitResource } from '../../lib/api/conversations/resource.schema.ts'
import { becomeGuest } from '../guest.ts'
import { asGuest, type Call, ended, readStream, TOKEN } from './client.ts'
import { operatorServer } from './operator-server.ts'

const server = operatorServer()
const { call } = server

/** Asks one model and answers the conversation's path. */
async function asked(question: string): Promise<string> {
  const { body } = await call('/api/v1/runs?wait=true', { json: { question, model: 'demo/editor' } })
  return `/api/v1/conversations/${body.conversation_id}`
}

const patch = (path: string, json: unknown, headers: Call['headers'] = {}) =>
  call(path, { method: 'PATCH', json, headers })

describe('editing', () => {
  it('renames, marks and keeps metadata, and answers with what stands and its version', async () => {
    const path = await asked('What is a pulsar?')
    const read = await call(path)
    expect(conversationResource.parse(read.body)).toEqual(read.body)
    expect(read.headers.get('etag')).toBe('"1"')
    expect(read.body).toMatchObject({
      version: 1,
      message_count: 2,
      total_cost: '0',
      unpriced_calls: 0,
      is_title_edited: false,
    })

    const done = await patch(path, {
      title: 'Pulsars',
      pinned: true,
      favourite: true,
      metadata: { project: 'sky', n: 2 },
    })
    expect([done.status, done.headers.get('etag')]).toEqual([200, '"2"'])
    const { turns: _turns, active_run_id: _shown, thread: _about, ...summary } = (await call(path)).body
    expect(done.body).toEqual(summary)
    expect(done.body).toMatchObject({ title: 'Pulsars', is_title_edited: true, metadata: { project: 'sky', n: 2 } })
    expect(done.body.updated_at).toBe(read.body.updated_at)
    expect(done.body.pinned_at).toEqual(expect.any(String))
  })

  it('refuses an edit that was overtaken with 412 and the other’s text', async () => {
    const path = await asked('Who is first?')
    const tag = (await call(path)).headers.get('etag') as string
    const [one, two] = await Promise.all([
      patch(path, { title: 'One' }, { 'if-match': tag }),
      patch(path, { title: 'Two' }, { 'if-match': tag }),
    ])
    const [won, lost] = one.status === 200 ? [one, two] : [two, one]
    expect([won.status, lost.status]).toEqual([200, 412])
    expect(lost.body.error).toMatchObject({
      code: 'VERSION_CONFLICT',
      param: 'If-Match',
      details: { current: won.body },
    })
    expect((await patch(path, { title: 'Two' }, { 'if-match': '*' })).status).toBe(200)
    expect((await patch(path, { title: 'Two' }, { 'if-match': 'W/"3"' })).status).toBe(200)
  })

  it.each([
    [{ title: '' }, {}, 'title'],
    [{ title: 7 }, {}, 'title'],
    [{ pinned: 'yes' }, {}, 'pinned'],
    [{ metadata: { a: [1] } }, {}, 'metadata.a'],
    [{ colour: 'red' }, {}, 'colour'],
    [{ title: 'Fine' }, { 'if-match': 'yesterday' }, 'If-Match'],
  ])('answers 422 to %j with %j and names %s', async (json, headers, param) => {
    const answer = await patch(await asked('Bad?'), json, headers as Call['headers'])
    expect([answer.status, answer.body.error.param]).toEqual([422, param])
  })
})

describe('deleting', () => {
  it('hides, can be repeated, and is undone by restore', async () => {
    const path = await asked('Shall this stay?')
    const id = path.split('/').at(-1)
    for (let i = 0; i < 2; i++) {
      const { status, body } = await call(path, { method: 'DELETE' })
      expect([status, body]).toEqual([200, { id, object: 'conversation', deleted: true }])
    }
    expect((await call(path)).status).toBe(404)
    expect((await patch(path, { title: 'Gone' })).status).toBe(404)
    expect((await call('/api/v1/conversations/search?q=shall%20stay')).body.data).toEqual([])
    expect((await call(`${path}/restore`, { method: 'POST' })).body).toMatchObject({ id, title: 'Shall this stay?' })
    expect((await call(path)).status).toBe(200)
  })

  it('stops what runs, and tells who watches', async () => {
    const run = await call('/api/v1/runs', { json: { question: '[[all: stall]] Long?', council: 'quick' } })
    const path = `/api/v1/conversations/${run.body.conversation_id}`
    const address = `${server.url}/api/v1/runs/${run.body.id}/events`
    const watched = readStream(address, { authorization: `Bearer ${TOKEN}` })
    expect((await call(path, { method: 'DELETE' })).status).toBe(200)
    expect((await watched).events.at(-1)).toMatchObject({ event: 'run.cancelled' })
    await call(`${path}/restore`, { method: 'POST' })
    expect((await ended(call, run.body.id)).status).toBe('cancelled')
  })

  it('hides its runs too, until it is restored', async () => {
    const path = await asked('Shall its run stay?')
    const id = (await call(path)).body.turns[0].runs[0].id
    const seen = async () => {
      const reads = [`/api/v1/runs/${id}`, `/api/v1/runs/${id}/events`].map((read) => call(read))
      const writes = ['cancel', 'continue'].map((verb) =>
        call(`/api/v1/runs/${id}/${verb}`, { json: verb === 'continue' ? { from: 'failed_seats' } : {} }),
      )
      return (await Promise.all([...reads, ...writes])).map(({ status }) => status)
    }
    await call(path, { method: 'DELETE' })
    expect(await seen()).toEqual([404, 404, 404, 404])
    await call(`${path}/restore`, { method: 'POST' })
    expect((await seen()).slice(0, 2)).toEqual([200, 200])
  })

  it('and every other edit of another’s conversation find nothing there', async () => {
    const path = await asked('Mine?')
    const guest = asGuest(server.url, (await becomeGuest(server.url)).cookie)
    const own = { origin: server.url }
    const answers = [
      await guest(path, { method: 'PATCH', json: { title: 'Taken' }, headers: own }),
      await guest(path, { method: 'DELETE', headers: own }),
      await guest(`${path}/restore`, { method: 'POST', headers: own }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    const foreign = { 'sec-fetch-site': 'cross-site' }
    expect((await guest(path, { method: 'DELETE', headers: foreign })).body.error.code).toBe('FOREIGN_ORIGIN')
    expect((await call(path)).body.title).toBe('Mine?')
  })
})

describe('lists and search', () => {
  it('filters by mark, words of the title and metadata', async () => {
    const [one, two] = [await asked('Zebra crossing?'), await asked('Zebra stripes?')]
    await patch(one, { archived: true, metadata: { herd: 'north' } })
    await patch(two, { favourite: true })
    const titles = async (query: string) =>
      (await call(`/api/v1/conversations?${query}`)).body.data.map((row: { title: string }) => row.title)
    expect(await titles('q=zeb')).toEqual(['Zebra stripes?'])
    expect(await titles('q=zebra&archived=true')).toEqual(['Zebra crossing?'])
    expect(await titles('q=zebra&archived=any')).toEqual(['Zebra stripes?', 'Zebra crossing?'])
    expect(await titles('q=zebra&favourite=true')).toEqual(['Zebra stripes?'])
    expect(await titles('q=zebra&archived=any&favourite=false')).toEqual(['Zebra crossing?'])
    expect(await titles('archived=any&metadata[herd]=north')).toEqual(['Zebra crossing?'])
    expect((await call('/api/v1/conversations?archived=maybe')).body.error.param).toBe('archived')
  })

  it('finds questions and answers, in pieces that say what was found', async () => {
    const path = await asked('Do quokkas <img src=x onerror=alert(1)> smile?')
    await patch(path, { title: 'Small animals' })
    const { body } = await call('/api/v1/conversations/search?q=QUOKK')
    const [hit] = body.data.map((row: unknown) => searchHitResource.parse(row))
    expect(hit).toMatchObject({ title: 'Small animals', links: { self: path } })
    expect(hit.snippet.find((part: { is_match: boolean }) => part.is_match).text).toMatch(/^quokkas/i)
    expect(hit.links.html).toContain(`#${hit.turn_id}`)
    expect((await call('/api/v1/conversations/search')).status).toBe(422)
    expect((await call(`/api/v1/conversations/search?q=${'x'.repeat(201)}`)).status).toBe(422)
    expect((await call('/api/v1/conversations/search?q=%00%27%5C')).body).toEqual({ data: [] })
  })
})
