import { StandardOpenAPIHandler, StandardOpenAPIMatcher } from '@orpc/openapi/standard'
import { AppError } from '../core/kernel/errors.ts'
import type { Actor } from '../services/context.ts'
import { requireCaller } from './caller.ts'
import type { ApiContext, Exchange } from './context.ts'
import { assertOwnOrigin, readJson } from './guard.ts'
import { withModelId } from './models/path.ts'
import { describeApi } from './openapi/document.ts'
import type { ProcedureMeta } from './procedure.ts'
import { router } from './router.ts'
import { runEvents } from './runs/events.ts'

const PREFIX = '/api/v1'
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const matcher = new StandardOpenAPIMatcher()
matcher.init(router)

/** oRPC masks what it does not know; the interceptor keeps the error itself for our own mapper. */
const handler = new StandardOpenAPIHandler<ApiContext>(router, {
  interceptors: [
    async ({ context, next }) => {
      try {
        return await next()
      } catch (error) {
        context.failure = { error }
        throw error
      }
    },
  ],
})

/** Serves the REST API: route, caller, origin and body are settled, in that order, before anything is parsed. */
export async function handleApi({ request, ports, requestId }: Exchange): Promise<Response> {
  const url = new URL(request.url)
  url.pathname = withModelId(url.pathname)
  const path = `/${url.pathname.slice(PREFIX.length).replace(/^\/|\/$/g, '')}` as const
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (method === 'OPTIONS') return optionsOf(await allowedMethods(path))
  const { isPublic, body: limits } = await routeOf(method, path)
  const caller = isPublic ? null : requireCaller(request.headers, ports)
  const isRead = method === 'GET'
  if (!isRead && caller?.isCookie) assertOwnOrigin(request.headers, ports.appUrl)
  const json = isRead ? undefined : await readJson(request, limits)
  const context: ApiContext = {
    ports,
    actor: caller?.actor ?? null,
    describe: () => describe(ports.version),
    wantsEvents: wantsEvents(request.headers.get('accept') ?? ''),
    follow: { run: null },
    failure: null,
  }
  const result = await handler.handle(
    { method, url, headers: Object.fromEntries(request.headers), body: async () => json, signal: request.signal },
    { prefix: PREFIX, context },
  )
  if (context.failure) throw context.failure.error
  if (context.follow.run && caller) return followRun({ request, ports, requestId }, caller.actor, context.follow.run)
  if (!result.matched) throw new AppError('NOT_FOUND')
  const { status, headers, body } = result.response
  return Response.json(body, { status, headers: headers as Record<string, string> })
}

/** Whether events are all that a caller takes; who takes JSON too is given JSON. */
function wantsEvents(accept: string): boolean {
  return accept.includes('text/event-stream') && !accept.includes('application/json')
}

async function followRun(by: Exchange, actor: Actor, run: { id: string; location: string }): Promise<Response> {
  const events = await runEvents(by, actor, { runId: run.id, after: null })
  events.headers.set('Location', run.location)
  return events
}

async function routeOf(method: string, path: `/${string}`): Promise<ProcedureMeta> {
  const match = await matcher.match(method, path)
  if (match) return match.procedure['~orpc'].meta as ProcedureMeta
  const allow = await allowedMethods(path)
  if (allow.length === 0) throw new AppError('NOT_FOUND')
  throw new AppError('METHOD_NOT_ALLOWED', `${method} is not supported here.`, { allow })
}

async function allowedMethods(path: `/${string}`): Promise<string[]> {
  const matches = await Promise.all(METHODS.map((method) => matcher.match(method, path)))
  return METHODS.filter((_, i) => matches[i])
}

function optionsOf(allow: string[]): Response {
  if (allow.length === 0) throw new AppError('NOT_FOUND')
  return new Response(null, { status: 204, headers: { Allow: allow.join(', ') } })
}

let document: Promise<Record<string, unknown>> | null = null

/** Made at the first request and kept: it changes only with the code. */
function describe(version: string): Promise<Record<string, unknown>> {
  document ??= describeApi(version) as Promise<Record<string, unknown>>
  return document
}
