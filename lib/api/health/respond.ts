import { AppError } from '../../core/kernel/errors.ts'
import { checkReadiness } from '../../services/health/index.ts'
import type { Exchange } from '../context.ts'

/** `GET /health`: this process answers. Says nothing about what it depends on, so that a probe does not restart it for that. */
export async function respondHealth({ request, ports }: Exchange): Promise<Response> {
  assertRead(request)
  return Response.json({ status: 'ok', version: ports.version })
}

/** `GET /ready`: whether this process can take questions, dependency by dependency; 503 when it cannot. */
export async function respondReady({ request, ports }: Exchange): Promise<Response> {
  assertRead(request)
  const { status, version, dependencies, providers } = await checkReadiness(ports)
  const body = {
    status,
    version,
    dependencies: dependencies.map(({ latencyMs, ...rest }) => ({ ...rest, latency_ms: latencyMs })),
    providers: providers.map(({ provider: name, status, reason }) => ({ name, status, reason })),
  }
  return status === 'ready'
    ? Response.json(body)
    : Response.json(body, { status: 503, headers: { 'Retry-After': '5' } })
}

function assertRead({ method }: Request): void {
  if (method !== 'GET' && method !== 'HEAD') {
    throw new AppError('METHOD_NOT_ALLOWED', undefined, { allow: ['GET', 'HEAD'] })
  }
}
