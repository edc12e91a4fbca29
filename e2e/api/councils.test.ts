import { describe, expect, it } from 'vitest'
import { councilResource } from '../../lib/api/councils/resource.schema.ts'
import { becomeGuest } from '../guest.ts'
import { asGuest, type Call, ended } from './client.ts'
import { operatorServer } from './operator-server.ts'

const server = operatorServer()
const { call } = server

const COUNCILS = '/api/v1/councils'
const DEEP = {
  name: 'Deep',
  members: ['demo/archivist', 'demo/skeptic', 'demo/teacher', 'demo/analyst'],
  chairman: 'demo/editor',
}

const put = (id: string, json: unknown, headers: Call['headers'] = {}) =>
  call(`${COUNCILS}/${id}`, { method: 'PUT', json, headers })
const remove = (id: string, headers: Call['headers'] = {}) => call(`${COUNCILS}/${id}`, { method: 'DELETE', headers })
const kept = async () => (await call(COUNCILS, { json: DEEP })).body.id as string

describe('keeping a council', () => {
  it('answers 201 with its place and version, and it is in the list after the presets', async () => {
    const made = await call(COUNCILS, { json: { ...DEEP, reviewers: ['s2', 's3', 's4', 's5'] } })
    expect(made.status).toBe(201)
    expect(councilResource.parse(made.body)).toEqual(made.body)
    expect(made.body).toMatchObject({
      ...{ kind: 'own', name: 'Deep', voting: 'rank_and_score', reviewers: ['s2', 's3', 's4', 's5'], version: 1 },
      typical: { duration_ms: null, cost: { status: 'free', usd: '0' } },
    })
    expect(made.headers.get('location')).toBe(`${COUNCILS}/${made.body.id}`)
    const read = await call(`${COUNCILS}/${made.body.id}`)
    expect([read.body, read.headers.get('etag')]).toEqual([made.body, '"1"'])
    const ids = (await call(COUNCILS)).body.data.map((council: { id: string }) => council.id)
    expect([ids.slice(0, 2), ids.includes(made.body.id)]).toEqual([['quick', 'standard'], true])
    expect((await call(`${COUNCILS}/quick`)).body).toMatchObject({ kind: 'preset', version: null })
  })

  it('with one Idempotency-Key makes one council', async () => {
    const headers = { 'idempotency-key': '"once"' }
    const [first, second] = await Promise.all([
      call(COUNCILS, { json: DEEP, headers }),
      call(COUNCILS, { json: DEEP, headers }),
    ])
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id])
    const other = await call(COUNCILS, { json: { ...DEEP, name: 'Other' }, headers })
    expect([other.status, other.body.error.code]).toEqual([422, 'IDEMPOTENCY_MISMATCH'])
  })

  it.each<[string, unknown]>([
    ['name', { ...DEEP, name: '' }],
    ['name', { ...DEEP, name: undefined }],
    ['members', { ...DEEP, members: 'demo/archivist' }],
    ['members.1', { ...DEEP, members: ['demo/archivist', 'demo/nobody'] }],
    ['chairman', { ...DEEP, chairman: '' }],
    ['voting', { ...DEEP, voting: 'consensus' }],
    ['reviewers', { ...DEEP, reviewers: ['s1'] }],
    ['review', { ...DEEP, review: true }],
  ])('refuses a wrong %s by its name', async (param, json) => {
    const { status, body } = await call(COUNCILS, { json })
    expect([status, body.error.code, body.error.param]).toEqual([422, 'VALIDATION_FAILED', param])
  })
})

describe('changing a council', () => {
  it('replaces it, and answers 412 with what stands to who was overtaken', async () => {
    const id = await kept()
    const done = await put(id, { ...DEEP, name: 'Quiet', voting: 'none' }, { 'if-match': '"1"' })
    expect([done.status, done.headers.get('etag'), done.body.name, done.body.reviewers]).toEqual([
      200,
      '"2"',
      'Quiet',
      [],
    ])
    const late = await put(id, DEEP, { 'if-match': '"1"' })
    expect([late.status, late.body.error.details.current]).toEqual([412, done.body])
    expect((await remove(id, { 'if-match': '"1"' })).status).toBe(412)
    expect((await remove(id)).body).toEqual({ id, object: 'council', deleted: true })
    expect([(await remove(id)).status, (await put(id, DEEP)).status]).toEqual([404, 404])
  })

  it('leaves presets alone', async () => {
    expect([(await put('quick', DEEP)).status, (await remove('standard')).status]).toEqual([403, 403])
  })
})

describe('asking', () => {
  it('a kept council keeps the seats of the run, also when it is changed afterwards', async () => {
    const id = await kept()
    const started = await call('/api/v1/runs', { json: { question: 'Why sleep?', council: id } })
    expect(started.status).toBe(202)
    await put(id, { ...DEEP, members: ['demo/skeptic'], voting: 'none' })
    const run = await ended(call, started.body.id)
    expect([run.status, run.council, run.members.length, run.ballots.length]).toEqual(['completed', id, 4, 4])
  })

  it('takes seats for one question, and refuses wrong ones by field', async () => {
    const seats = { members: ['demo/skeptic', 'demo/skeptic'], chairman: 'demo/editor', voting: 'none' }
    const { body: run } = await call('/api/v1/runs?wait=true', { json: { question: 'Why sleep?', seats } })
    expect([run.council, run.review_skipped]).toEqual(['custom', 'not_configured'])
    expect(run.members.map((member: { name: string }) => member.name)).toEqual(['Skeptic', 'Skeptic 2'])
    const wrong = await call('/api/v1/runs', {
      json: { question: 'Why sleep?', seats: { ...seats, chairman: 'demo/x' } },
    })
    expect([wrong.status, wrong.body.error.param]).toEqual([422, 'seats.chairman'])
  })
})

it('nobody reaches the council of another', async () => {
  const id = await kept()
  const { cookie } = await becomeGuest(server.url)
  const stranger = asGuest(server.url, cookie)
  const own = { origin: server.url }
  const attempts = await Promise.all([
    stranger(`${COUNCILS}/${id}`),
    stranger(`${COUNCILS}/${id}`, { method: 'PUT', json: DEEP, headers: own }),
    stranger(`${COUNCILS}/${id}`, { method: 'DELETE', headers: own }),
  ])
  expect(attempts.map(({ status }) => status)).toEqual([404, 404, 404])
  const listed = (await stranger(COUNCILS)).body.data.map((council: { id: string }) => council.id)
  expect(listed).toEqual(['quick', 'standard'])
  const asked = await stranger('/api/v1/runs', { json: { question: 'Why?', council: id }, headers: own })
  expect([asked.status, asked.body.error.param]).toEqual([422, 'council'])
  expect((await call(`${COUNCILS}/${id}`)).status).toBe(200)
})
