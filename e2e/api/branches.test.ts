import { describe, expect, it } from 'vitest'
import { branchResource, messageResource, threadResource } from '../../lib/api/conversations/resource.schema.ts'
import { becomeGuest } from '../guest.ts'
import { asGuest, ended, type Json } from './client.ts'
import { operatorServer } from './operator-server.ts'

const server = operatorServer()
const { call } = server

async function ask(json: Json): Promise<Json> {
  const { body, text, status } = await call('/api/v1/runs?wait=true', { json: { model: 'demo/editor', ...json } })
  expect(status, text.slice(0, 300)).toBe(200)
  return body
}

const put = (path: string, json: Json = {}) => call(path, { method: 'PUT', json })

const contents = async (path: string) =>
  (await call(path)).body.data.filter((it: Json) => it.role === 'user').map((it: Json) => it.content)

describe('branches', () => {
  it('leave everything that was there: an edited question stands beside the first one, and either can be shown', async () => {
    const first = await ask({ question: 'What is a pulsar?' })
    const talk = `/api/v1/conversations/${first.conversation_id}`
    const second = await ask({ question: 'And a quasar?', conversation_id: first.conversation_id })
    const edited = await ask({
      question: 'And a magnetar?',
      conversation_id: first.conversation_id,
      edits_turn_id: second.turn_id,
    })
    expect(edited.history).toEqual({ turns: 1, omitted: 0 })
    expect(await contents(`${talk}/messages`)).toEqual(['What is a pulsar?', 'And a magnetar?'])

    const { body: branches } = await call(`${talk}/branches`)
    expect(branches.data.map((it: Json) => branchResource.parse(it))).toEqual(branches.data)
    expect(branches.data.map((it: Json) => [it.question, it.is_shown])).toEqual([
      ['And a quasar?', false],
      ['And a magnetar?', true],
    ])
    const shown = await put(`${talk}/branches/${second.id}`)
    expect(shown.body.data.map((it: Json) => it.is_shown)).toEqual([true, false])
    expect(await contents(`${talk}/messages`)).toEqual(['What is a pulsar?', 'And a quasar?'])
    expect(await contents(`${talk}/messages?branch=${edited.id}`)).toEqual(['What is a pulsar?', 'And a magnetar?'])
    expect((await call(talk)).body.active_run_id).toBe(second.id)
  })

  it('go on under the answer that is named, with what was said on that way only', async () => {
    const first = await ask({ question: 'What is tea?' })
    const place = { conversation_id: first.conversation_id }
    const again = await call(`/api/v1/runs/${first.id}/continue`, { json: { from: 'beginning' } })
    const sibling = await ended(call, again.body.id)
    expect([sibling.turn_id, sibling.source_run_id]).toEqual([first.turn_id, first.id])
    await ask({ question: 'With milk?', ...place, parent_run_id: first.id })
    const talk = `/api/v1/conversations/${first.conversation_id}`
    const { body } = await call(`${talk}/messages`)
    expect(body.data.map((it: Json) => messageResource.parse(it))).toEqual(body.data)
    expect(body.data[1]).toMatchObject({ id: first.id, versions: [first.id, sibling.id] })
    const page = (await call(`${talk}/messages?limit=1`)).body
    expect([page.data.length, page.has_more]).toEqual([2, true])
    const rest = (await call(`${talk}/messages?limit=1&after=${page.next_after}`)).body
    expect([rest.data[0].content, rest.has_more]).toEqual(['With milk?', false])
  })

  it.each([
    ['parent_run_id', { parent_run_id: 'run_00000000000000000000000000' }],
    ['edits_turn_id', { edits_turn_id: 'trn_nowhere' }],
    ['parent_run_id', { parent_run_id: '../x' }],
  ])('are refused with the field named: %s %o', async (field, wrong) => {
    const { conversation_id } = await ask({ question: 'What is tea?' })
    const json = { question: 'And?', model: 'demo/editor', conversation_id, ...wrong }
    const { status, body } = await call('/api/v1/runs', { json })
    expect([status, body.error.param]).toEqual([422, field])
  })

  it("never lead into another tenant's conversation", async () => {
    const theirs = await ask({ question: 'What is tea?' })
    const guest = asGuest(server.url, (await becomeGuest(server.url)).cookie)
    const talk = `/api/v1/conversations/${theirs.conversation_id}`
    for (const path of [`${talk}/messages`, `${talk}/branches`, `${talk}/threads`])
      expect((await guest(path)).status).toBe(404)
    expect((await guest(`${talk}/branches/${theirs.id}`, { method: 'PUT', json: {} })).status).toBe(404)
    expect((await guest(`/api/v1/runs/${theirs.id}/answer`, { method: 'PUT', json: { seat: null } })).status).toBe(404)
    expect((await guest(`/api/v1/runs/${theirs.id}/continue`, { json: { from: 'beginning' } })).status).toBe(404)
    const reply = { question: 'Mine?', model: 'demo/editor', thread: { run_id: theirs.id } }
    expect((await guest('/api/v1/runs', { json: reply })).status).toBe(422)
  })
})

describe('the final answer', () => {
  it('is written again by another chairman from the same answers, ballots and ranking', async () => {
    const first = await ask({ question: 'Why is the sky blue?', model: undefined, council: 'quick' })
    const again = await call(`/api/v1/runs/${first.id}/continue`, {
      json: { from: 'final_response', chairman: 'demo/editor' },
    })
    const second = await ended(call, again.body.id)
    expect(second).toMatchObject({ status: 'completed', review_skipped: 'reused', ranking: first.ranking })
    expect(second.answer.model).toBe('demo/editor')
    expect(second.members.map((it: Json) => it.reused_from)).toEqual(first.members.map(() => first.id))
    expect(second.ballots.map((it: Json) => it.raw)).toEqual(first.ballots.map((it: Json) => it.raw))
    expect(second.usage.calls).toBe(1)
  })

  it("can be one member's own, for what is asked next too, and the verdict again", async () => {
    const run = await ask({ question: 'Why is the sky blue?', model: undefined, council: 'quick' })
    const taken = await put(`/api/v1/runs/${run.id}/answer`, { seat: 's2' })
    expect(taken.body.answer).toMatchObject({ text: run.members[1].text, seat: 's2', taken: true })
    expect((await call(`/api/v1/runs/${run.id}`)).body.answer).toEqual(taken.body.answer)
    const talk = `/api/v1/conversations/${run.conversation_id}`
    expect((await call(`${talk}/messages`)).body.data[1].content).toBe(run.members[1].text)
    await put(`/api/v1/runs/${run.id}/answer`, { seat: null })
    expect((await call(`/api/v1/runs/${run.id}`)).body.answer).toEqual(run.answer)
    const wrong = await put(`/api/v1/runs/${run.id}/answer`, { seat: 's9' })
    expect([wrong.status, wrong.body.error.param]).toEqual([422, 'seat'])
  })

  it.each([
    [{ from: 'beginning', chairman: 'demo/editor' }, 'chairman'],
    [{ from: 'final_response', council: 'quick' }, 'council'],
    [{ from: 'final_response', chairman: 'no/body' }, 'chairman'],
    [{ from: 'somewhere' }, 'from'],
  ])('is not written by what is not there: %o', async (json, field) => {
    const run = await ask({ question: 'Why is the sky blue?', model: undefined, council: 'quick' })
    const { status, body } = await call(`/api/v1/runs/${run.id}/continue`, { json })
    expect([status, body.error.param]).toEqual([422, field])
  })

  it('waits for no seat that is not out', async () => {
    const run = await ask({ question: 'Why is the sky blue?', model: undefined, council: 'quick' })
    const late = await call(`/api/v1/runs/${run.id}/retry`, { json: { stage: 'first_opinions', seat: 's1' } })
    expect([late.status, late.body.error.code]).toEqual([409, 'CONFLICT'])
  })
})

describe('a thread', () => {
  it('knows the one message it is about, hangs beside its conversation and is in no list', async () => {
    const run = await ask({ question: 'Why is the sky blue?', model: undefined, council: 'quick' })
    const reply = await ask({ question: 'Say that shorter', thread: { run_id: run.id, seat: 's1' } })
    expect(reply.history).toEqual({ turns: 1, omitted: 0 })
    const next = await ask({ question: 'Shorter still', conversation_id: reply.conversation_id })
    expect(next.history).toEqual({ turns: 2, omitted: 0 })

    const { body } = await call(`/api/v1/conversations/${run.conversation_id}/threads`)
    expect(body.data.map((it: Json) => threadResource.parse(it))).toEqual(body.data)
    expect(body.data).toMatchObject([{ id: reply.conversation_id, run_id: run.id, seat: 's1', questions: 2 }])
    const listed = (await call('/api/v1/conversations?limit=100')).body.data.map((it: Json) => it.id)
    expect(listed).toContain(run.conversation_id)
    expect(listed).not.toContain(reply.conversation_id)
    expect((await call(`/api/v1/conversations/${reply.conversation_id}`)).body.thread).toEqual({
      ...{ conversation_id: run.conversation_id, run_id: run.id, seat: 's1' },
    })
  })

  it('begins only about an answer that is there', async () => {
    const run = await ask({ question: 'Why is the sky blue?' })
    const json = { question: 'And?', model: 'demo/editor', thread: { run_id: run.id, seat: 's7' } }
    const { status, body } = await call('/api/v1/runs', { json })
    expect([status, body.error.param]).toEqual([422, 'thread.seat'])
  })
})
