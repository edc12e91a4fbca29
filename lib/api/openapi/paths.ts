import type { OpenAPI } from '@orpc/openapi'
import { forViewers } from '../../core/council/wire.ts'
import { EXPORT_FORMATS } from '../../services/conversations/index.ts'
import { sampleFile, sampleMarkdown } from '../conversations/file-samples.ts'
import { sampleProviders } from '../providers/samples.ts'
import { sampleStart } from '../runs/samples.ts'
import { encodeFrame, STREAM_HEAD } from '../sse/frame.ts'
import { errorResponses } from './documented.ts'

type Operation = NonNullable<OpenAPI.PathItemObject['get']>

/** What is served beside the router: the event stream of a run, files, and the probes at the root. */
export function routesBesideTheRouter(): OpenAPI.PathsObject {
  return {
    '/runs/{id}/events': { get: streamOperation() },
    '/conversations/{id}/export': { get: exportOperation() },
    '/providers/events': { get: providerEventsOperation() },
    '/health': { servers: [{ url: '/' }], get: healthOperation() },
    '/ready': { servers: [{ url: '/' }], get: readyOperation() },
  }
}

function streamOperation(): Operation {
  return {
    operationId: 'streamRun',
    tags: ['Runs'],
    summary: 'Follow a run as server-sent events',
    description:
      'First an exact tail from `Last-Event-ID` (or `after`), or one `run.snapshot` that replaces what the reader has; ' +
      'then state events with ids `<epoch>-<seq>`, and messages without name and id that are new text, `{seat: [offset, ' +
      'text]}`. Fields that are not there say the usual, as the guide lists it. The stream ends after `run.completed`, ' +
      '`run.failed` or `run.cancelled`, or after a snapshot of a run that has ended.',
    security: [{ bearer: [] }, { guest: [] }],
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'after', in: 'query', schema: { type: 'string' }, description: 'Id of the last event that was seen.' },
      { name: 'Last-Event-ID', in: 'header', schema: { type: 'string' }, description: 'The same; browsers send it.' },
    ],
    responses: {
      200: {
        description: 'OK',
        content: { 'text/event-stream': { schema: { type: 'string' }, example: streamExample() } },
      },
      ...errorResponses(['UNAUTHENTICATED', 'NOT_FOUND']),
    },
  }
}

function streamExample(): string {
  const at = Date.UTC(2026, 10, 20, 12)
  return [
    STREAM_HEAD,
    encodeFrame({ event: 'run.snapshot', id: '1-1', data: forViewers(sampleStart) }),
    encodeFrame({
      event: 'stage.started',
      id: '1-2',
      data: { type: 'stage.started', stage: 'first_opinions', seq: 2, at },
    }),
    encodeFrame({ event: 'delta', id: null, data: { s1: [0, 'One language'] } }),
  ].join('')
}

function exportOperation(): Operation {
  return {
    operationId: 'exportConversation',
    tags: ['Conversations'],
    summary: 'Export a conversation as a file',
    description:
      'Markdown is for reading: of every question the newest run. JSON (`llm-council.conversation`, version 1) holds every ' +
      'run with its plan, log, calls and ballots, and reads back with `POST /conversations/import`. Runs that are still ' +
      'going on are left out.',
    security: [{ bearer: [] }, { guest: [] }],
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'format', in: 'query', required: true, schema: { type: 'string', enum: [...EXPORT_FORMATS] } },
    ],
    responses: {
      200: {
        description: 'The file, as an attachment.',
        content: {
          'text/markdown': { schema: { type: 'string' }, example: sampleMarkdown },
          'application/json': { schema: { type: 'object' }, example: sampleFile },
        },
      },
      ...errorResponses(['UNAUTHENTICATED', 'NOT_FOUND', 'VALIDATION_FAILED']),
    },
  }
}

function providerEventsOperation(): Operation {
  const example = `${STREAM_HEAD}event: providers.snapshot\ndata: ${JSON.stringify(sampleProviders)}\n\n`
  return {
    operationId: 'streamProviders',
    tags: ['Providers'],
    summary: 'Follow the providers as server-sent events',
    description:
      'A `providers.snapshot`, the body of `GET /providers`, at once and again whenever something has changed, at most ' +
      'once a second; a comment every 15 seconds of silence. The stream ends when the process does: come back.',
    security: [],
    responses: {
      200: { description: 'OK', content: { 'text/event-stream': { schema: { type: 'string' }, example } } },
    },
  }
}

function healthOperation(): Operation {
  return {
    operationId: 'getHealth',
    tags: ['Meta'],
    summary: 'Whether the process answers',
    security: [],
    responses: { 200: { description: 'OK', content: jsonExample({ status: 'ok', version: '0.1.0' }) } },
  }
}

function readyOperation(): Operation {
  const dependency = { name: 'database', status: 'ok', latency_ms: 1, reason: null }
  const down = { name: 'database', status: 'down', latency_ms: null, reason: 'No answer within two seconds.' }
  const providers = [{ name: 'openrouter', status: 'operational', reason: 'answers' }]
  const ready = { status: 'ready', version: '0.1.0', dependencies: [dependency], providers }
  const notReady = { status: 'not_ready', version: '0.1.0', dependencies: [down], providers }
  return {
    operationId: 'getReadiness',
    tags: ['Meta'],
    summary: 'Whether the process can take questions',
    description: '`providers` inform; none of them makes the process not ready.',
    security: [],
    responses: {
      200: { description: 'OK', content: jsonExample(ready) },
      503: { description: 'Not ready; `dependencies` say why.', content: jsonExample(notReady) },
    },
  }
}

function jsonExample(example: unknown) {
  return { 'application/json': { schema: { type: 'object' as const }, example } }
}
