import { AppError } from '../../core/kernel/errors.ts'
import { type ProvidersSnapshot, tailProviders } from '../../services/providers/index.ts'
import type { ApiPorts, Exchange } from '../context.ts'
import { EVENT_STREAM_HEADERS, eventStream } from '../sse/event-stream.ts'
import { toProviders } from './resource.ts'

type Needs = Omit<Exchange, 'ports'> & { ports: Pick<ApiPorts, 'providers' | 'clock' | 'log'> }

/** `GET /providers/events`: how the providers are, at once and anew whenever something has changed. */
export async function streamProviders({ request, ports, requestId }: Needs): Promise<Response> {
  if (request.method !== 'GET') throw new AppError('METHOD_NOT_ALLOWED', undefined, { allow: ['GET'] })
  const left = new AbortController()
  const snapshots = tailProviders(ports, AbortSignal.any([request.signal, left.signal]))
  const body = eventStream(snapshots, {
    ports,
    requestId,
    encode: encodeSnapshot,
    onCancel: () => left.abort(),
  })
  return new Response(body, { headers: EVENT_STREAM_HEADERS })
}

/** Each snapshot stands for itself, so it has no id: whoever comes back gets a new one. */
export function encodeSnapshot(snapshot: ProvidersSnapshot): string {
  return `event: providers.snapshot\ndata: ${JSON.stringify(toProviders(snapshot))}\n\n`
}
