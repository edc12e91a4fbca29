import { AppError } from '../core/kernel/errors.ts'
import type { Ids } from '../ports/ids.ts'
import { toAppError } from './app-error.ts'
import type { ApiPorts, Exchange } from './context.ts'
import { problemResponse } from './problem.ts'

/** Ids of a proxy in front of us are kept, so that its log and ours agree. */
const REQUEST_ID = /^[\w.:-]{8,128}$/

/** How the API gets at the product, and what time it is while it cannot. */
export type ApiDoor = { load: () => Promise<ApiPorts> /** Unix time in milliseconds. */; now: () => number }

/**
 * Answers one request: gives it an id, runs `handle`, and turns whatever is thrown into the error contract. Every answer
 * carries `x-request-id`, and `Cache-Control: private, no-store` unless it says otherwise.
 */
export async function exchange(
  request: Request,
  door: ApiDoor,
  handle: (exchange: Exchange) => Promise<Response>,
): Promise<Response> {
  const ports = await door.load().catch((cause: unknown) => new AppError('UNAVAILABLE', undefined, {}, cause))
  if (ports instanceof AppError) return unavailable(request, door.now(), ports)
  const requestId = requestIdOf(request.headers, ports.ids)
  const response = await handle({ request, ports, requestId }).catch((error: unknown) =>
    failed({ request, ports, requestId }, error),
  )
  return finish(response, requestId)
}

/** The answer to an error: masked for the caller, whole for the log. */
export function failed({ request, ports, requestId }: Exchange, thrown: unknown): Response {
  const error = toAppError(thrown)
  const { method } = request
  if (error.code === 'INTERNAL' && !request.signal.aborted) {
    ports.log.error('api.failed', error.cause ?? error, { requestId, method, path: new URL(request.url).pathname })
  }
  const meta = { requestId, method, now: ports.clock.now(), appUrl: ports.appUrl }
  return problemResponse(error, { ...meta, accept: request.headers.get('accept') })
}

function requestIdOf(headers: Headers, ids: Ids): string {
  const given = headers.get('x-request-id')
  return given && REQUEST_ID.test(given) ? given : ids.next('request')
}

function finish(response: Response, requestId: string): Response {
  response.headers.set('x-request-id', requestId)
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store')
  return response
}

/** Without ports there are no ids and no log; the container has logged why. */
function unavailable(request: Request, now: number, error: AppError): Response {
  const given = request.headers.get('x-request-id')
  const requestId = given && REQUEST_ID.test(given) ? given : 'req_unavailable'
  const meta = { requestId, now, appUrl: null, method: request.method, accept: request.headers.get('accept') }
  return finish(problemResponse(error, meta), requestId)
}
